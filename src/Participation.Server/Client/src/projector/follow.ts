import { useEffect, useRef, useState } from "preact/hooks";
import type { Zoomable } from "../activity";
import type { OnWall, WallLive, WallState } from "../steering";
import { useLive } from "../ui/hooks";
import type { Item } from "../views";

/** So long after its own key a wall in small waits before it shows again what the server says: the answer is still on its way (ms). */
const calm = 600;

/** Told to come again later, a wall tells it once more after so long (ms). */
const again = 1_000;

const nothing: OnWall = {};

/** What pages are pages of: the step, its round, and whether its results are open. */
export const stepOf = (item: Pick<Item, "id" | "round" | "hidden"> | undefined): string => (item ? `${item.id}/${item.round}/${item.hidden ? "hidden" : "shown"}` : "");

/** What was chosen was chosen of this step as it stands. */
export const within = (on: OnWall, step: string): boolean => !!on.step?.startsWith(`${step}/`);

/** The contribution that is shown alone; the first where nobody has gone further. One that is there no more is no longer shown. */
export const alone = (things: readonly Zoomable[], card: string | undefined): Zoomable | undefined => (card === undefined ? things[0] : things.find(x => x.id === card));

/** What hangs, as far as the server knows; where no wall hangs, what one that comes would show. */
const told = (wall: WallState | undefined): OnWall => wall?.shown ?? wall?.steered?.to ?? nothing;

/** Whether a wall has somewhere to go: a steering that it has not followed yet. One that it has followed leaves its own keys alone. */
export const ledTo = (wall: WallState | undefined, followed: number | undefined): OnWall | undefined => (wall?.steered && wall.steered.id !== followed ? wall.steered.to : undefined);

/** What is on this wall: its own keys turn it, and the console leads it. It tells the server what it shows, again whenever the connection is a new one. */
export function useOwn(live: WallLive): [OnWall, (on: OnWall) => void] {
  const { contact } = useLive(live);
  const [on, show] = useState(nothing);
  const followed = useRef<number | undefined>(undefined);
  const to = ledTo(live.wall, followed.current);
  useEffect(() => {
    if (!to) return;
    followed.current = live.wall!.steered!.id;
    show(to);
  });
  const known = useRef(false);
  useEffect(() => {
    known.current &&= contact === "here";
    // Where the server led this wall it knows what hangs.
    if (contact !== "here" || (known.current && on === live.wall?.steered?.to)) return;
    known.current = true;
    let later: ReturnType<typeof setTimeout>;
    const tell = () => void live.shows(on).then(x => { if (x.refused?.retry) later = setTimeout(tell, again); }, () => {});
    tell();
    return () => clearTimeout(later);
  }, [contact, on]);
  return [on, show];
}

/** What is on the wall, in small on the console: it follows, and its keys, which the console presses, lead all walls. */
export function usePicture(live: WallLive): [OnWall, (on: OnWall) => void] {
  useLive(live);
  const [on, set] = useState(nothing);
  const pressed = useRef(-calm);
  useEffect(() => {
    const later = setTimeout(() => set(told(live.wall)), Math.max(0, pressed.current + calm - performance.now()));
    return () => clearTimeout(later);
  }, [live.wall, on]);
  const show = (next: OnWall) => {
    pressed.current = performance.now();
    set(next);
    say({ steer: next });
  };
  useEffect(() => {
    const press = (e: MessageEvent<{ press?: string }>) => {
      if (e.source === parent && e.origin === location.origin && typeof e.data.press === "string") dispatchEvent(new KeyboardEvent("keydown", { key: e.data.press }));
    };
    addEventListener("message", press);
    return () => removeEventListener("message", press);
  }, []);
  return [on, show];
}

/** From the wall in small to the console around it. */
export type FromPicture = { steer: OnWall } | { pages: { at: number; count: number } } | { over: OnWall["over"] };

export const say = (what: FromPicture): void => parent.postMessage(what, location.origin);

/** The address at which the projector's page is a picture of the wall and no wall. */
export const isPicture = (path: string): boolean => /^\/projector\/[^/]+\/picture$/.test(path);
