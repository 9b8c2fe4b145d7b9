import type { Zoomable } from "../activity";
import { useKeys } from "../ui/keys";
import { alone } from "./follow";
import { useWall } from "./wall";
import { Words } from "./Words";

/** One contribution full screen; the arrow keys go to the next and the one before. It stays on its card while others arrive. */
export function Zoom({ things }: { things: Zoomable[] }) {
  const { t, say, on, show } = useWall();
  const thing = alone(things, on.card);
  const at = thing ? things.indexOf(thing) : 0;
  const go = (by: number) => {
    const next = things[at + by];
    if (next) show({ ...on, card: next.id });
  };
  useKeys([{ key: "ArrowRight", name: "", act: () => go(1) }, { key: "ArrowLeft", name: "", act: () => go(-1) }], true);
  if (!thing) return <div class="wall-over"><p>{t("projector.zoom-none")}</p></div>;
  const text = thing.text ?? say(thing.label);
  return (
    <div class="wall-over wall-zoom">
      <Words key={thing.id} text={text} class={text.length < 60 ? "" : text.length < 160 ? "is-middle" : "is-long"} />
      <p class="wall-zoom-foot" aria-live="polite"><b translate={false}>{thing.id}</b> <span>{t("projector.page", { at: at + 1, count: things.length })}</span></p>
    </div>
  );
}
