import type { OpinionRow } from "./views";

export type Order = "agreement" | "division" | "asked";

export const cast = (x: OpinionRow): number => (x.agree ?? 0) + (x.disagree ?? 0) + (x.pass ?? 0);

/** Share of agreement among those who took a side, drawn towards one half while few did (Laplace): 1 of 1 is not more than 40 of 42. */
const agreement = (x: OpinionRow): number => ((x.agree ?? 0) + 1) / ((x.agree ?? 0) + (x.disagree ?? 0) + 2);

/** 1 when the sides are equal, near 0 when one of them is alone; statements that few took a side on come later. */
const division = (x: OpinionRow): number => Math.min(x.agree ?? 0, x.disagree ?? 0) / (Math.max(x.agree ?? 0, x.disagree ?? 0) + 1);

/** The rows in an order; equal ones keep the order in which they were asked. */
export function ordered(rows: readonly OpinionRow[], order: Order): OpinionRow[] {
  if (order === "asked") return [...rows];
  const measure = order === "agreement" ? agreement : division;
  return [...rows].sort((a, b) => measure(b) - measure(a));
}
