import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { figure, type Translate } from "@client/texts";
import type { Cluster, ClustersView } from "./views";
import { Page } from "@client/projector/Page";
import { Pager } from "@client/projector/Pager";
import { useEven } from "@client/projector/fit";
import { usePages } from "@client/projector/pages";
import { Words } from "@client/projector/Words";
import { byId, wallPages } from "./tree";
import type { WallProps } from "./projector";

/** Cards without a cluster are on the wall as long as there are any, until strategies are what the room makes. */
const showsLoose = (view: ClustersView): boolean => view.loose.length > 0 && !view.allow.includes("condense");

export const overviewPages = (view: ClustersView): Cluster[][] => wallPages(view, showsLoose(view) ? 2 : 3);

/** Sorting: the clusters as they grow, and the cards without one as long as there are any. Where no card moves any more, what the room is asked to do with the clusters. */
export function Overview(props: WallProps) {
  const { view, item, t, say, still } = props;
  const sorts = view.allow.includes("move");
  const none = view.allow.includes("relate") ? t("clusters.projector-no-relations") : view.allow.includes("condense") || view.allow.includes("group") ? t("clusters.no-strategies") : undefined;
  const maps = useMemo(() => overviewPages(view), [view.clusters, view.groups, view.loose.length > 0]);
  const pages = usePages(Math.max(1, maps.length), { follow: "first", still, of: "overview" });
  return (
    <OverviewPage {...props} headline={sorts ? t("clusters.projector-clusters", { n: view.clusters.length }) : say(item.title)} sub={sorts ? undefined : none} clusters={maps[pages.at] ?? []}
      tell={<>{view.participants && <span>{t("clusters.projector-moved", { n: props.item.answered, joined: props.session.joined })}</span>}<Pager pages={pages} /></>} />
  );
}

/** A page of clusters: strategy, letter, size, and what each states. */
export function OverviewPage({ view, clusters, letterOf, headline, sub, tell, t }: WallProps & { headline: string; sub?: string; clusters: readonly Cluster[]; tell: ComponentChildren }) {
  const cards = useMemo(() => byId(view.cards), [view.cards]);
  const groups = useMemo(() => new Map(view.groups.map(x => [x.id, x.name])), [view.groups]);
  const just = useJust(view.clusters);
  const size = clusters.length <= 4 ? " is-few" : clusters.length <= 6 ? " is-some" : "";
  const list = useEven<HTMLUListElement>(clusters.map(x => x.label ?? x.name ?? x.cards[0]).join());
  return (
    <Page headline={headline} sub={sub} tell={tell}>
      <div class="clusters-wall">
        <ul class={`clusters-wall-cells${size}`} ref={list}>
          {clusters.map(x => (
            <Cell key={x.id} cluster={x} letter={letterOf.get(x.id)!} group={groups.size > 0 ? groups.get(x.group ?? "") ?? "" : undefined} said={cards.get(x.cards[0]!)?.text} just={just === x.id} t={t} />
          ))}
        </ul>
        {showsLoose(view) && <Loose view={view} texts={view.loose.slice(0, 3).map(id => cards.get(id)?.text ?? id)} t={t} />}
      </div>
    </Page>
  );
}

/** More slats than these are no picture any more: the number says it. */
const slats = 24;

/** A cluster: one slat a card shows how it grows, until it is in a strategy or waits for one. Without a title it says its first card. */
function Cell({ cluster, letter, group, said, just, t }: { cluster: Cluster; letter: string; group?: string; said?: string; just: boolean; t: Translate }) {
  const n = cluster.cards.length;
  const title = cluster.label ?? cluster.name;
  const strategy = group === undefined ? undefined : group || t("clusters.free");
  return (
    <li class={`clusters-wall-cell${just ? " is-just" : ""}${n === 0 && !title ? " is-empty" : ""}`}>
      <div class="clusters-wall-head">
        <b>{letter}</b><span class="wall-number">{figure(n, t)}<span class="unseen"> {t("clusters.cards", { n })}</span></span>
        {cluster.weight !== undefined && <small>{t("clusters.weight", { n: cluster.weight })}</small>}
        {strategy !== undefined ? cluster.weight === undefined && <Words text={strategy} class="clusters-wall-strategy" />
          : cluster.weight === undefined && n <= slats && <span class="clusters-wall-slats" aria-hidden="true">{cluster.cards.map((x, i) => <i key={x} class={just && i === n - 1 ? "is-just" : ""} />)}</span>}
      </div>
      {strategy !== undefined && cluster.weight !== undefined && <Words text={strategy} class="clusters-wall-strategy" />}
      {(title ?? said) && <Words text={title ?? said!} class={title ? "is-title" : ""} />}
    </li>
  );
}

function Loose({ view, texts, t }: { view: ClustersView; texts: string[]; t: Translate }) {
  const strip = useEven<HTMLElement>(texts.join());
  const more = view.loose.length - texts.length;
  return (
    <section class="clusters-wall-loose" ref={strip}>
      <h2><span class="wall-number">{figure(view.loose.length, t)}</span> {t("clusters.projector-loose", { n: view.loose.length })}</h2>
      {texts.map((x, i) => <Words key={i} text={x} />)}
      {more > 0 && <p>{t("clusters.projector-more", { n: more })}</p>}
    </section>
  );
}

/** The cluster that got a card last, for four seconds. */
function useJust(clusters: readonly Cluster[]): string | undefined {
  const before = useRef(clusters);
  const [just, set] = useState<string>();
  useEffect(() => {
    const sizes = new Map(before.current.map(x => [x.id, x.cards.length]));
    before.current = clusters;
    const grown = clusters.find(x => x.cards.length > (sizes.get(x.id) ?? 0));
    if (grown) set(grown.id);
  }, [clusters]);
  useEffect(() => {
    if (!just) return;
    const end = setTimeout(() => set(undefined), 4000);
    return () => clearTimeout(end);
  }, [just, clusters]);
  return just;
}
