import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FromPicture } from "../projector/follow";
import type { OnWall } from "../steering";
import { useDesk } from "./context";
import "./wallSmall.css";

/** The wall is drawn as large as it is and shown small, so that it breaks its lines where the wall does. */
const wide = 1920;

/** Keys of the wall, which the console presses on its picture. */
const keys = { before: "ArrowLeft", after: "ArrowRight", card: "z", blank: "b", code: "q" };
type WallKey = keyof typeof keys;

/**
 * What is on the wall, small, and its keys. The picture is the wall's own page with the wall's own view: it cannot show what the room does not see. A key goes to
 * the picture, which knows pages and cards; where that leads goes to all walls.
 */
export function WallSmall() {
  const { session, live, connected, t } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [pages, setPages] = useState({ at: 0, count: 1 });
  const [over, setOver] = useState<OnWall["over"]>();
  useLayoutEffect(() => {
    const sizes = new ResizeObserver(() => { frame.current!.style.transform = `scale(${box.current!.clientWidth / wide})`; });
    sizes.observe(box.current!);
    return () => sizes.disconnect();
  }, []);
  useEffect(() => {
    const hear = (e: MessageEvent<FromPicture>) => {
      if (e.source !== frame.current?.contentWindow || e.origin !== location.origin) return;
      if ("pages" in e.data) setPages(e.data.pages);
      else if ("over" in e.data) setOver(e.data.over);
      else void live.steer(e.data.steer).catch(() => {});
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [live]);
  const { walls = 0, apart = 0 } = live.wall ?? {};
  const key = (name: WallKey, words: string, shown: string, resting = false) => (
    <button type="button" data-wall={name} aria-label={words} title={words} disabled={!connected || resting} onClick={() => frame.current?.contentWindow?.postMessage({ press: keys[name] }, location.origin)}>{shown}</button>
  );
  const cover = (name: "card" | "blank" | "code") => (
    <button type="button" data-wall={name} aria-pressed={over === name} class={over === name ? "is-on" : ""} disabled={!connected} onClick={() => frame.current?.contentWindow?.postMessage({ press: keys[name] }, location.origin)}>{t(`console.wall-${name}`)}</button>
  );
  return (
    <section class="wall-small" aria-label={t("console.wall")}>
      <div class="wall-small-picture" ref={box}><iframe ref={frame} inert tabIndex={-1} title={t("console.wall")} src={`/projector/${session}/picture`} /></div>
      <p class="note" aria-live="polite">
        {walls === 0 ? t("console.wall-none") : apart > 0 ? t("console.wall-apart", { n: apart }) : t("console.wall-same", { n: walls })}
        {over === undefined && pages.count > 1 && ` · ${t("console.wall-page", { at: pages.at + 1, count: pages.count })}`}
      </p>
      <div class="wall-small-keys">
        {key("before", t("console.wall-before"), "‹", over === undefined && pages.at === 0)}
        {key("after", t("console.wall-after"), "›", over === undefined && pages.at >= pages.count - 1)}
        {cover("card")}{cover("blank")}{cover("code")}
      </div>
    </section>
  );
}

/** The console's own key does what the button does, and nothing where that is not there or rests. */
export const pressWall = (name: WallKey): void => document.querySelector<HTMLElement>(`[data-wall=${name}]:not(:disabled)`)?.click();
