import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { figure, type Translate } from "@client/texts";
import type { Cluster, ClustersView } from "@client/views";
import { Page } from "@client/projector/Page";
import { Pager } from "@client/projector/Pager";
import { usePages } from "@client/projector/pages";
import { Words } from "@client/projector/Words";
import { Own } from "@client/ui/Own";
import { byId, wallPages } from "./tree";
import type { WallProps } from "./projector";

/** Cards without a cluster are on the wall as long as the room sorts and there are any. */
const showsLoose = (view: ClustersView): boolean => view.loose.length > 0 && (view.allow.includes("move") || view.allow.includes("link"));

export const overviewPages = (view: ClustersView): Cluster[][] => wallPages(view, showsLoose(view) ? 2 : 3);

/** Sorting: the clusters as they grow, and the cards without one as long as there are any. */
export function Overview(props: WallProps) {
  const { view, t, still } = props;
  const maps = useMemo(() => overviewPages(view), [view.clusters, view.groups, view.loose.length > 0]);
  const pages = usePages(Math.max(1, maps.length), { follow: "first", still, of: "overview" });
  return (
    <OverviewPage {...props} headline={t("clusters.projector-clusters", { n: view.clusters.length })} clusters={maps[pages.at] ?? []}
      tell={<>{view.participants && <span>{t("clusters.projector-moved", { n: props.item.answered, joined: props.session.joined })}</span>}<Pager pages={pages} /></>} />
  );
}

/** A page of clusters: strategy, letter, size, and what each states. */
export function OverviewPage({ view, clusters, letterOf, headline, tell, t }: WallProps & { headline: string; clusters: readonly Cluster[]; tell: ComponentChildren }) {
  const cards = useMemo(() => byId(view.cards), [view.cards]);
  const groups = useMemo(() => new Map(view.groups.map(x => [x.id, x.name])), [view.groups]);
  const just = useJust(view.clusters);
  return (
    <Page headline={headline} tell={tell}>
      <div class="clusters-wall">
        <ul class="clusters-wall-cells">
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

/** A cluster: one slat a card shows how it grows. Without a title it says its first card. */
function Cell({ cluster, letter, group, said, just, t }: { cluster: Cluster; letter: string; group?: string; said?: string; just: boolean; t: Translate }) {
  const n = cluster.cards.length;
  const title = cluster.label ?? cluster.name;
  return (
    <li class={`clusters-wall-cell${just ? " is-just" : ""}${n === 0 && !title ? " is-empty" : ""}`}>
      {group !== undefined && <p class="clusters-wall-strategy">{group ? <Own text={group} /> : t("clusters.free")}</p>}
      <p class="clusters-wall-head">
        <b>{letter}</b><span class="wall-number">{figure(n, t)}<span class="unseen"> {t("clusters.cards", { n })}</span></span>
        {cluster.weight !== undefined ? <small>{t("clusters.weight", { n: cluster.weight })}</small>
          : n <= slats && <span class="clusters-wall-slats" aria-hidden="true">{cluster.cards.map((x, i) => <i key={x} class={just && i === n - 1 ? "is-just" : ""} />)}</span>}
      </p>
      {(title ?? said) && <Words text={title ?? said!} class={title ? "is-title" : ""} />}
    </li>
  );
}

function Loose({ view, texts, t }: { view: ClustersView; texts: string[]; t: Translate }) {
  const more = view.loose.length - texts.length;
  return (
    <section class="clusters-wall-loose">
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
