import { useEffect, useRef, useState } from "preact/hooks";

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

/** Pages of a long result, turned by the arrow keys. It moves only when somebody turns or when a followed page is full. */
export function usePages(count: number, { follow, still }: { follow: Follow; still: boolean }): Pages {
  const [chosen, choose] = useState<number>();
  const at = pageAt(chosen, count, follow);
  const turn = (by: number) => choose(turned(at, by, count, follow));
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
