import type { Translate } from "../texts";
import type { Board, Undo as Undone } from "../views";
import { useDesk } from "./context";

/** What undo takes back: the later of the last act on the stage and of what this person did with their own hand. */
export function last(board: Board, you: string | undefined): Undone | undefined {
  const own = board.own?.find(x => x.by === you);
  return own && own.act > (board.undo?.act ?? 0) ? own : board.undo;
}

/** What the last act was, and the way to take it back. */
export function Undo() {
  const { board, live, connected, t, act } = useDesk();
  const undo = last(board, live.standing.whole?.you.id);
  const name = undo?.withheld ? t("console.undo-withheld") : undo ? actName(undo, t) : t("console.nothing-to-undo");
  return (
    <button type="button" class="undo" title={name} disabled={!undo || undo.withheld || !connected} aria-keyshortcuts="u" onClick={() => undo && void act("session.undo", { act: undo.act })}>
      <span>{t("console.undo")}<kbd aria-hidden="true">U</kbd></span>
      <small>{name}</small>
    </button>
  );
}

/** What an act is called: the console knows its own, a kind of activity names its own, and one that is not loaded now is a contribution. */
function actName({ name, how, item, to }: Undone, t: Translate): string {
  const [kind, act] = name.split(".");
  const more = how ? `.${how}` : "";
  const keys = [`console.act.${name}${more}`, `${kind}.act.${act}${more}`];
  return t(keys.find(x => t(x) !== x) ?? "console.act.other", { item: item ?? "", to: to ?? "" });
}
