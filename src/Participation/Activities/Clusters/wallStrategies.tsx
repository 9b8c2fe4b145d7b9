import { useMemo } from "preact/hooks";
import { figure, type Translate } from "@client/texts";
import type { Cluster, Group } from "./views";
import { Page } from "@client/projector/Page";
import { Pager } from "@client/projector/Pager";
import { usePages, type Pages } from "@client/projector/pages";
import { Words } from "@client/projector/Words";
import { Own } from "@client/ui/Own";
import { StrategiesPage, strategyPages } from "./wallSummary";
import type { WallProps } from "./projector";

/** Condensing: all strategies side by side, then each as a poster. */
export function Strategies(props: WallProps) {
  const { view, t, still } = props;
  const maps = useMemo(() => strategyPages(view), [view.clusters, view.groups]);
  const pages = usePages(maps.length + view.groups.length, { follow: "first", still, of: "strategies" });
  const at = pages.at - maps.length;
  const group = view.groups[at];
  if (!group) return <StrategiesPage {...props} part={maps[pages.at] ?? []} tell={<Pager pages={pages} />} />;
  return <Poster group={group} at={at + 1} of={view.groups.length} clusters={view.clusters.filter(x => x.group === group.id)} pages={pages} t={t} />;
}

/** So many sentences have room beneath a strategy's name and keywords. */
const most = 4;

interface PosterProps { group: Group; at: number; of: number; clusters: Cluster[]; pages: Pages; t: Translate }

/** A strategy: its name, its keywords, what its clusters state with their dots. */
function Poster({ group, at, of, clusters, pages, t }: PosterProps) {
  const heaviest = Math.max(1, ...clusters.map(x => x.weight ?? 0));
  const weighed = clusters.some(x => x.weight !== undefined);
  const sorted = weighed ? [...clusters].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0)) : clusters;
  const dots = clusters.reduce((sum, x) => sum + (x.weight ?? 0), 0);
  return (
    <Page poster tell={<>{weighed && <span>{t("clusters.weight", { n: dots })}</span>}<Pager pages={pages} /></>}>
      <div class="clusters-wall-poster">
        <p>{t("clusters.projector-strategy", { at, of })}</p>
        <Words heading text={group.name} />
        <ul class="clusters-wall-keywords">{group.keywords.map(x => <li key={x}><Own text={x} /></li>)}</ul>
        <dl>
          {sorted.slice(0, most).map(x => (
            <div key={x.id}>
              <dt><Words text={x.name ?? x.label ?? t("clusters.unnamed")} /></dt>
              <dd>{x.weight !== undefined && <><b class="wall-number">{figure(x.weight, t)}</b><i style={{ width: `${(100 * x.weight) / heaviest}%` }} /></>}</dd>
            </div>
          ))}
        </dl>
        {sorted.length > most && <p>{t("clusters.projector-more-clusters", { n: sorted.length - most })}</p>}
      </div>
    </Page>
  );
}
