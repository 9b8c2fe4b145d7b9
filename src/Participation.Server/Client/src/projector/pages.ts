import { useEffect, useRef } from "preact/hooks";
import { useWall } from "./wall";

export interface Pages { at: number; count: number; turn: (by: number) => void }

/** The page that is shown as long as nobody chose one: the first, the newest, or the one that the work is on. */
export type Follow = "first" | "last" | number;

const followed = (count: number, follow: Follow): number => (follow === "last" ? count - 1 : follow === "first" ? 0 : follow);

/** The page to show: the chosen one within what there is, else the one that is followed. */
export const pageAt = (chosen: number | undefined, count: number, follow: Follow): number =>
  Math.max(0, Math.min(chosen ?? followed(count, follow), count - 1));

/** After a turn: on the page that is followed anyway nothing is chosen, so that it follows on. */
export function turned(at: number, by: number, count: number, follow: Follow): number | undefined {
  const next = Math.max(0, Math.min(at + by, count - 1));
  return next === followed(count, follow) ? undefined : next;
}

interface Options {
  follow: Follow;
  still: boolean;
  /** Where one step shows several things after each other: which this is. A page chosen in one means nothing in the next. */
  of?: string;
}

/**
 * Pages of a long result, turned by the arrow keys, here or on the console. It moves only when somebody turns or when a followed page is full. What was chosen
 * belongs to the wall: all walls show the same, and who comes later too.
 */
export function usePages(count: number, { follow, still, of = "" }: Options): Pages {
  const { step, on, show, paged } = useWall();
  const here = `${step}/${of}`;
  const chosen = on.step === here ? on.page : undefined;
  const at = pageAt(chosen, count, follow);
  const turn = (by: number) => {
    const page = turned(at, by, count, follow);
    if (page !== chosen) show({ ...on, step: here, page });
  };
  useEffect(() => paged?.(at, count), [at, count]);
  useEffect(() => () => paged?.(0, 1), []);
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    if (still) return;
    const press = (e: KeyboardEvent) => {
      const by = e.key === "ArrowRight" || e.key === "PageDown" ? 1 : e.key === "ArrowLeft" || e.key === "PageUp" ? -1 : 0;
      if (by === 0 || document.querySelector("dialog[open]")) return;
      e.preventDefault();
      latest.current(by);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [still]);
  return { at, count, turn };
}
