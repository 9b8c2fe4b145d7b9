import { useMemo } from "preact/hooks";
import type { ProjectorProps, Zoomable } from "@client/activity";
import type { IdeasView } from "./views";
import { CardWall } from "@client/projector/Cards";
import { Numbers } from "@client/projector/Numbers";
import { Page } from "@client/projector/Page";
import { Pager } from "@client/projector/Pager";
import { arranged, cardPages } from "@client/projector/packing";
import { usePages } from "@client/projector/pages";
import { Sign } from "@client/projector/sorts";
import sorts from "./wallSorts";

/** What the room may enlarge: the cards on the wall, pinned ones first. */
export const zoomable = (view: IdeasView): Zoomable[] =>
  [...arranged(view.cards)].sort((a, b) => Number(b.pinned) - Number(a.pinned)).map(x => ({ id: x.id, text: x.text }));

/**
 * While people write in silence how many have written; then their ideas, from the first page on. A card keeps its place: new ones take the next free one, a full page
 * makes a new page, which is followed where people write before the eyes of all.
 */
export default function IdeasProjector({ view, item, session, t, say, still }: ProjectorProps<IdeasView>) {
  const cards = useMemo(() => arranged(view.cards), [view.cards]);
  const filled = useMemo(() => cardPages(cards), [cards]);
  const pages = usePages(filled.length, { follow: view.silent || item.locked ? "first" : "last", still });
  const from = t("ideas.projector-from", { n: item.answered, joined: session.joined });
  if (!view.open)
    return (
      <Page headline={say(view.question)} size="big" clock={false} tell={t("ideas.projector-open-later")}>
        <Numbers count={view.total} said={`${t("ideas.projector-written", { n: view.total })} ${from}`} answered={item.answered} doing={t("ideas.projector-do")} rule={t("ideas.projector-rule")} />
      </Page>
    );
  const kinds = view.kinds.length > 1 ? view.kinds.map(id => ({ id, n: view.byKind.find(x => x.id === id)?.n ?? 0 })) : [];
  const without = view.total - kinds.reduce((sum, x) => sum + x.n, 0);
  const longest = Number("8".repeat(Math.max(2, `${view.total}`.length)));
  const tell = <>
    <span class="ideas-wall-sorts">
      {kinds.length > 0
        ? kinds.map(x => (
          <span key={x.id} class={`ideas-wall-sort ${sorts[x.id]!.class}`}>
            <Sign sort={sorts[x.id]!} /> <span class="wall-roomy" data-room={t(`ideas.projector-kind.${x.id}`, { n: longest })}>{t(`ideas.projector-kind.${x.id}`, { n: x.n })}</span>
          </span>
        ))
        : <span>{t("ideas.projector-count", { n: view.total })} {from}</span>}
      {kinds.length > 0 && without > 0 && <span>{t("ideas.projector-kind.none", { n: without })}</span>}
    </span>
    <Pager pages={pages} kept />
  </>;
  return (
    <Page headline={say(view.question)} size="small" tell={tell}>
      {cards.length === 0 ? <p class="wall-nothing">{t("ideas.projector-none")}</p> : <CardWall cards={filled[pages.at] ?? []} t={t} />}
    </Page>
  );
}
