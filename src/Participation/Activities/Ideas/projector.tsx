import { useMemo } from "preact/hooks";
import type { ProjectorProps, Zoomable } from "@client/activity";
import type { IdeasView } from "@client/views";
import { arranged, cardPages, CardWall } from "@client/projector/Cards";
import { Pager } from "@client/projector/Pager";
import { usePages } from "@client/projector/pages";
import "./projector.css";

/** What the room may enlarge: the cards on the wall, pinned ones first. */
export const zoomable = (view: IdeasView): Zoomable[] =>
  [...arranged(view.cards)].sort((a, b) => Number(b.pinned) - Number(a.pinned)).map(x => ({ id: x.id, text: x.text }));

/** The wall of ideas for the room. A card keeps its place: new ones take the next free one, a full page makes a new page. */
export default function IdeasProjector({ view, t, still }: ProjectorProps<IdeasView>) {
  const cards = useMemo(() => arranged(view.cards), [view.cards]);
  const pages = usePages(cardPages(cards), { follow: "last", still });
  const unstated = view.total - view.byKind.reduce((sum, x) => sum + x.n, 0);
  if (!view.open) {
    return (
      <div class="ideas-private">
        <p class="numeral">{view.total}</p>
        <p class="lead">{t("ideas.projector-private", { n: view.total })}</p>
      </div>
    );
  }
  return (
    <div class="ideas-wall">
      <div class="strip">
        <p class="lead">{t("ideas.projector-count", { n: view.total })}</p>
        <p class="strip-kinds">
          {view.kinds.length > 1 && view.kinds.map(id => <span key={id}>{t(`room.kind.${id}`)} <b>{view.byKind.find(x => x.id === id)?.n ?? 0}</b></span>)}
          {view.kinds.length > 1 && unstated > 0 && <span>{t("ideas.not-stated")} <b>{unstated}</b></span>}
        </p>
        <Pager pages={pages} t={t} />
      </div>
      {cards.length === 0 && <p class="empty">{t("ideas.projector-none")}</p>}
      <CardWall cards={cards} pages={pages} t={t} />
    </div>
  );
}
