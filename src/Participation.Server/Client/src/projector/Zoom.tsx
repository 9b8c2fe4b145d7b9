import { useState } from "preact/hooks";
import type { Zoomable } from "../activity";
import type { Translate } from "../texts";
import { Own } from "../ui/Own";
import { useKeys } from "../ui/keys";
import type { LocalText } from "../views";

interface Props { things: Zoomable[]; say: (text: LocalText | undefined) => string; t: Translate }

/** One contribution full screen; the arrow keys go to the next and the one before. It stays on its card while others arrive. */
export function Zoom({ things, say, t }: Props) {
  const [id, setId] = useState(things[0]?.id);
  const at = Math.max(0, things.findIndex(x => x.id === id));
  const go = (by: number) => setId(things[Math.max(0, Math.min(things.length - 1, at + by))]?.id);
  useKeys([{ key: "ArrowRight", name: "", act: () => go(1) }, { key: "ArrowLeft", name: "", act: () => go(-1) }], true);
  const thing = things[at];
  if (!thing) return <div class="over"><p class="lead">{t("projector.zoom-none")}</p></div>;
  const text = thing.text ?? say(thing.label);
  const size = text.length < 60 ? "short" : text.length < 160 ? "middle" : "long";
  return (
    <div class="over zoomed">
      <p class={`zoom-text ${size}`} aria-live="polite"><Own text={text} /></p>
      <p class="zoom-foot numeral"><b>{thing.id}</b> <span>{t("projector.page", { at: at + 1, count: things.length })}</span></p>
    </div>
  );
}
