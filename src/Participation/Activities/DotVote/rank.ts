import type { DotOption } from "@client/views";

export interface Ranked extends DotOption {
  /** 1 for the most dots; equal numbers share a rank. Nothing while the numbers are hidden, and without dots. */
  rank?: number;
}

/** The options with the most dots first; ties keep the ballot's order and share a rank. While hidden: the ballot's order. */
export function ranked(options: readonly DotOption[]): Ranked[] {
  if (options.some(x => x.dots === undefined)) return [...options];
  const sorted = [...options].sort((a, b) => b.dots! - a.dots!);
  return sorted.map(x => ({ ...x, ...(x.dots && { rank: sorted.findIndex(y => y.dots === x.dots) + 1 }) }));
}

/** The longest bar of all rounds shown: bars of both rounds share one measure. */
export const longest = (options: readonly DotOption[]): number => Math.max(1, ...options.flatMap(x => [x.dots ?? 0, x.before ?? 0]));
