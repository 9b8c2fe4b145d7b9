import { useMemo, useRef } from "preact/hooks";
import type { ClustersView } from "./views";
import { Page } from "@client/projector/Page";
import { Pager } from "@client/projector/Pager";
import { useEven } from "@client/projector/fit";
import { cardPages } from "@client/projector/packing";
import { usePages } from "@client/projector/pages";
import { Words } from "@client/projector/Words";
import { OverviewPage, overviewPages } from "./wallOverview";
import { byId } from "./tree";
import type { WallProps } from "./projector";

/** Finding titles: one cluster at a time, its sentence as large as the wall allows, what its cards say beneath; all clusters on the pages before. */
export function Naming(props: WallProps) {
  const { view, letterOf, t, still } = props;
  const maps = useMemo(() => overviewPages(view), [view.clusters, view.groups, view.loose.length > 0]);
  const cards = useMemo(() => byId(view.cards), [view.cards]);
  const at = useAtWork(view);
  const pages = usePages(maps.length + view.clusters.length, { follow: at === undefined ? 0 : maps.length + at, still, of: "naming" });
  const cluster = view.clusters[pages.at - maps.length];
  // As on a page of cards: a long text takes the place of two or three, and what does not fit here is counted.
  const said = useMemo(() => cardPages((cluster?.cards ?? []).flatMap(id => cards.get(id) ?? []))[0] ?? [], [cluster?.cards, cards]);
  const list = useEven<HTMLUListElement>(said);
  if (!cluster) return <OverviewPage {...props} headline={t("clusters.projector-clusters", { n: view.clusters.length })} clusters={maps[pages.at] ?? []} tell={<Pager pages={pages} />} />;
  const more = cluster.cards.length - said.length;
  const tell = <>
    {more > 0 && <span>{t("clusters.projector-more", { n: more })}</span>}
    {view.clusters.length <= 12 && <span class="clusters-wall-letters" aria-hidden="true">{view.clusters.map(x => <i key={x.id} class={x === cluster ? "is-now" : x.name ? "is-done" : ""}>{letterOf.get(x.id)}</i>)}</span>}
    <Pager pages={pages} />
  </>;
  return (
    <Page tell={tell}>
      <div class="clusters-wall-naming">
        <p class="clusters-wall-letter">{letterOf.get(cluster.id)}</p>
        {cluster.name ? <Words heading text={cluster.name} /> : <h1 class="is-waiting">{t("clusters.unnamed")}</h1>}
        <p class="clusters-wall-say">{t("clusters.projector-say", { n: cluster.cards.length })}</p>
        <ul class={said.every(x => x.row === 1) ? "is-few" : ""} ref={list}>{said.map(({ card, row, column, span }) => <li key={card.id} style={{ gridRow: row, gridColumn: `${column} / span ${span}` }}><Words text={card.text} /></li>)}</ul>
      </div>
    </Page>
  );
}

/** Where the room is at work: the cluster whose title changed last, at first the first without a title; none when all have one or strategies are made. */
function useAtWork({ clusters, groups }: ClustersView): number | undefined {
  const before = useRef<Pick<ClustersView, "clusters" | "groups"> | undefined>(undefined);
  const at = useRef<string | undefined>(undefined);
  const was = before.current;
  if (was?.clusters !== clusters || was.groups !== groups) {
    const known = new Map(was?.clusters.map(x => [x.id, x]));
    const titled = was && clusters.filter(x => known.get(x.id)?.name !== x.name || known.get(x.id)?.label !== x.label).pop();
    const gathered = was && (was.groups !== groups || clusters.some(x => known.get(x.id)?.group !== x.group));
    at.current = titled ? titled.id : gathered ? undefined : (clusters.find(x => x.id === at.current) ?? clusters.find(x => !x.name))?.id;
    before.current = { clusters, groups };
  }
  const found = clusters.findIndex(x => x.id === at.current);
  return found < 0 ? undefined : found;
}
