import type { DotOption } from "./views";

export interface Ranked extends DotOption {
  /** 1 for the most dots; equal numbers share a rank. Nothing while the numbers are hidden, and without dots. */
  rank?: number;
}

// An option whose rank did not change keeps its row.
const known = new WeakMap<DotOption, Ranked>();

function at(rank: number, option: DotOption): Ranked {
  const before = known.get(option);
  if (before?.rank === rank) return before;
  const now = { ...option, rank };
  known.set(option, now);
  return now;
}

/** The options with the most dots first; ties keep the ballot's order and share a rank. While hidden: the ballot's order. */
export function ranked(options: readonly DotOption[]): Ranked[] {
  if (options.some(x => x.dots === undefined)) return [...options];
  const sorted = [...options].sort((a, b) => b.dots! - a.dots!);
  let rank = 0;
  return sorted.map((x, i) => {
    if (x.dots !== sorted[i - 1]?.dots) rank = i + 1;
    return x.dots ? at(rank, x) : x;
  });
}

/** The longest bar of all rounds shown: bars of both rounds share one measure. */
export const longest = (options: readonly DotOption[]): number => Math.max(1, ...options.flatMap(x => [x.dots ?? 0, x.before ?? 0]));
