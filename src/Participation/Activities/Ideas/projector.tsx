import { useMemo } from "preact/hooks";
import type { ProjectorProps, Zoomable } from "@client/activity";
import type { Card, IdeasView } from "@client/views";
import { Pager } from "@client/projector/Pager";
import { usePages } from "@client/projector/pages";
import { Own } from "@client/ui/Own";
import "./projector.css";

const perPage = 9;

/** What the room may enlarge: the cards on the wall, pinned ones first. */
export const zoomable = (view: IdeasView): Zoomable[] =>
  [...arranged(view.cards)].sort((a, b) => Number(b.pinned) - Number(a.pinned)).map(x => ({ id: x.id, text: x.text }));

const arranged = (cards: Card[]) =>
  cards.filter(x => x.status === "shown").sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));

/** The wall of ideas for the room. A card keeps its place: new ones take the next free one, a full page makes a new page. */
export default function IdeasProjector({ view, t, still }: ProjectorProps<IdeasView>) {
  const cards = useMemo(() => arranged(view.cards), [view.cards]);
  const pages = usePages(Math.ceil(cards.length / perPage), { follow: "last", still });
  if (!view.open) {
    return (
      <div class="ideas-private">
        <p class="numeral">{view.total}</p>
        <p class="lead">{t("ideas.projector-private", { n: view.total })}</p>
      </div>
    );
  }
  const here = cards.slice(pages.at * perPage, (pages.at + 1) * perPage);
  return (
    <div class="ideas-wall">
      <div class="strip">
        <p class="lead">{t("ideas.projector-count", { n: view.total })}</p>
        <p class="strip-kinds">{view.kinds.length > 1 && view.kinds.map(id => <span key={id}>{t(`room.kind.${id}`)} <b>{view.byKind.find(x => x.id === id)?.n ?? 0}</b></span>)}</p>
        <Pager pages={pages} t={t} />
      </div>
      {cards.length === 0 && <p class="empty">{t("ideas.projector-none")}</p>}
      <ul class="ideas-cards">
        {here.map(x => (
          <li key={x.id} class={x.pinned ? "ideas-card is-pinned" : "ideas-card"}>
            <p class={x.text.length > 130 ? "ideas-text long" : "ideas-text"}><Own text={x.text} /></p>
            <p class="ideas-foot"><b>{x.id}</b>{x.kind && <span>{t(`room.kind.${x.kind}`)}</span>}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
