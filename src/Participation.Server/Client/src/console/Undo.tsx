import type { Translate } from "../texts";
import type { Undo as Undone } from "../views";
import { useDesk } from "./context";

/** What the last act was, and the way to take it back. */
export function Undo() {
  const { board: { undo }, connected, t, act } = useDesk();
  const name = undo?.withheld ? t("console.undo-withheld") : undo ? actName(undo, t) : t("console.nothing-to-undo");
  return (
    <button type="button" class="undo" title={name} disabled={!undo || undo.withheld || !connected} aria-keyshortcuts="u" onClick={() => undo && void act("session.undo", { act: undo.act })}>
      <span>{t("console.undo")}<kbd aria-hidden="true">U</kbd></span>
      <small>{name}</small>
    </button>
  );
}

/** What an act is called: the console knows its own, a kind of activity names its own, and one that is not loaded now is a contribution. */
function actName({ name, how, item }: Undone, t: Translate): string {
  const [kind, act] = name.split(".");
  const keys = [`console.act.${name}${how ? `.${how}` : ""}`, `${kind}.act.${act}`];
  return t(keys.find(x => t(x) !== x) ?? "console.act.other", { item: item ?? "" });
}
