import type { Item } from "../views";

/**
 * What is done next about the results of the open step. To show the results of a vote closes it; a secret vote goes its one way: closed, the last ballots
 * waited for, counted, shown. Where nothing can be done there is no button that looks as if it could.
 */
export type Next = "show" | "close-and-show" | "hide" | "close" | "wait" | "count" | "reopen";

type Stands = Pick<Item, "hidden" | "locked" | "repeats" | "ballots">;

/** @param late Seconds for which ballots may still be on their way. */
export function nextOf({ hidden, locked, repeats, ballots }: Stands, late = 0): Next {
  if (!ballots || ballots.counted) return !hidden ? "hide" : repeats && !locked ? "close-and-show" : "show";
  if (!locked) return "close";
  return ballots.waiting === 0 ? "reopen" : late > 0 ? "wait" : "count";
}

interface Command { name: string; data: object }

/** The command that does it; none while there is nothing to do but wait. A count is asked for once more before it is sent. */
export const commandOf: Record<Exclude<Next, "wait" | "count">, Command> = {
  show: { name: "step.reveal", data: {} },
  "close-and-show": { name: "step.reveal", data: { close: true } },
  hide: { name: "step.hide", data: {} },
  close: { name: "step.lock", data: {} },
  reopen: { name: "step.unlock", data: {} },
};

/** Votes whose results are shown while people go on voting: possible, and said to be the exception. */
export const mayStayOpen = (item: Stands): boolean => nextOf(item) === "close-and-show";

/** Answers are closed and opened apart from results, but for a secret vote, which has one way. */
export const closesApart = (item: Stands): boolean => !item.ballots;
