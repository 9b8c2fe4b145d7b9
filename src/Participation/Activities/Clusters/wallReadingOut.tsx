import { useMemo } from "preact/hooks";
import { CardWall } from "@client/projector/Cards";
import { Page } from "@client/projector/Page";
import { Pager } from "@client/projector/Pager";
import { arranged, cardPages } from "@client/projector/packing";
import { usePages } from "@client/projector/pages";
import type { WallProps } from "./projector";

/** The cards as on the wall of ideas, before there is a cluster; a duplicate says of which one. */
export function ReadingOut({ view, item, t, say, still }: WallProps) {
  const cards = useMemo(() => arranged(view.cards), [view.cards]);
  const original = useMemo(() => new Map(view.links.map(x => [x.id, x.duplicateOf])), [view.links]);
  const filled = useMemo(() => cardPages(cards), [cards]);
  const pages = usePages(filled.length, { follow: "first", still, of: "read" });
  const sorting = view.allow.includes("move");
  return (
    <Page
      headline={sorting ? t("clusters.projector-no-clusters") : say(item.title)}
      sub={sorting && view.participants ? t("clusters.projector-begin") : undefined}
      tell={<>
        <span>{t("clusters.projector-count", { n: view.total })}{original.size > 0 && `, ${t("clusters.projector-linked", { n: original.size })}`}</span>
        <Pager pages={pages} />
      </>}
    >
      {cards.length === 0
        ? <p class="wall-nothing">{t("clusters.projector-none")}</p>
        : <CardWall cards={filled[pages.at] ?? []} t={t} about={x => original.has(x.id) ? t("clusters.duplicate-of", { id: original.get(x.id)! }) : undefined} />}
    </Page>
  );
}
