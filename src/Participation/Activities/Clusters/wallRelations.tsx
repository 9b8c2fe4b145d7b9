import { useMemo } from "preact/hooks";
import type { Translate } from "@client/texts";
import type { Cluster, Relation } from "./views";
import { Page } from "@client/projector/Page";
import { useEven } from "@client/projector/fit";
import { Pager } from "@client/projector/Pager";
import { usePages } from "@client/projector/pages";
import { Words } from "@client/projector/Words";
import { Own } from "@client/ui/Own";
import { corner, gridOf, height, lines, placed, places, sentencePages, width } from "./network";
import type { WallProps } from "./projector";

const kinds: Relation["relation"][] = ["causes", "supports", "conflicts"];

/** How clusters hang together: a picture of at most nine of them, of more the relations as sentences. */
export function Network(props: WallProps) {
  const { view, t, still } = props;
  const related = useMemo(() => new Set(view.relations.flatMap(x => [x.from, x.to])), [view.relations]);
  const nodes = view.clusters.length <= places ? view.clusters : view.clusters.filter(x => related.has(x.id));
  const drawn = nodes.length <= places;
  const said = useMemo(() => sentencePages(view.relations, x => words(x, view.clusters, t).length), [view.relations, view.clusters, t]);
  const pages = usePages(drawn ? 1 : said.length, { follow: "first", still, of: "relations" });
  const against = view.relations.filter(x => x.relation === "conflicts").length;
  const headline = `${t("clusters.projector-relations", { n: view.relations.length })}${against > 0 ? t("clusters.projector-against", { n: against }) : ""}`;
  const legend = kinds.map(x => [x, view.relations.filter(y => y.relation === x).length] as const).filter(([, n]) => n > 0);
  return (
    <Page headline={headline} tell={<><span class="clusters-wall-legend">{legend.map(([x, n]) => <span key={x}><Sample relation={x} /><b>{n}</b> {t(`clusters.${x}`)}</span>)}</span><Pager pages={pages} /></>}>
      {drawn
        ? <Picture nodes={nodes} relations={view.relations} letterOf={props.letterOf} t={t} />
        : <ul class="clusters-wall-sentences">{said[pages.at]?.map(x => <Sentence key={`${x.from} ${x.to}`} relation={x} clusters={view.clusters} letterOf={props.letterOf} t={t} />)}</ul>}
    </Page>
  );
}

interface PictureProps { nodes: readonly Cluster[]; relations: readonly Relation[]; letterOf: Map<string, string>; t: Translate }

function Picture({ nodes, relations, letterOf, t }: PictureProps) {
  const at = useMemo(() => placed(nodes.map(x => x.id), relations), [nodes.map(x => x.id).join(), relations]);
  const grid = gridOf(nodes.length);
  const called = (x: Cluster) => x.label ?? x.name ?? t("clusters.unnamed");
  const map = useEven<HTMLDivElement>(nodes.map(called).join());
  const said = relations.map(x => `${letterOf.get(x.from)} ${t(`clusters.${x.relation}`)} ${letterOf.get(x.to)}`).join(". ");
  return (
    <div class={`clusters-wall-network${grid.columns < 3 ? " is-few" : ""}`} ref={map}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={said}>
        <Heads />
        {lines(at, relations).map(({ relation: x, from, to, middle }) => (
          <g key={`${x.from} ${x.to}`}>
            <path class={`clusters-wall-line is-${x.relation}`} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} marker-end={`url(#clusters-wall-${x.relation})`} marker-start={x.relation === "conflicts" ? "url(#clusters-wall-conflicts)" : undefined} />
            <text class={`is-${x.relation}`} x={middle.x} y={middle.y + (Math.abs(from.y - to.y) < 1 ? -16 : 14)} text-anchor="middle">{t(`clusters.${x.relation}`)}</text>
          </g>
        ))}
      </svg>
      {nodes.map(x => {
        const { x: left, y: top } = corner(at.get(x.id)!, grid);
        return (
          <div key={x.id} class="clusters-wall-node" style={{ left: `${left / 10}rem`, top: `${top / 10}rem`, width: `${grid.wide / 10}rem`, height: `${grid.high / 10}rem` }}>
            <b>{letterOf.get(x.id)}</b>
            <Words text={called(x)} />
          </div>
        );
      })}
    </div>
  );
}

/** Ends of the lines: a full head causes, an open one supports, a bar at both ends contradicts. */
const Heads = () => (
  <defs>
    <marker id="clusters-wall-supports" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="34" markerHeight="34" markerUnits="userSpaceOnUse" orient="auto"><path d="M2 1l9 5-9 5" class="clusters-wall-end is-open" /></marker>
    <marker id="clusters-wall-causes" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="46" markerHeight="46" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0l12 6-12 6z" class="clusters-wall-end is-full" /></marker>
    <marker id="clusters-wall-conflicts" viewBox="0 0 12 12" refX="6" refY="6" markerWidth="44" markerHeight="44" markerUnits="userSpaceOnUse" orient="auto"><path d="M6 0v12" class="clusters-wall-end is-bar" /></marker>
  </defs>
);

const Sample = ({ relation }: { relation: Relation["relation"] }) => (
  <svg class="clusters-wall-sample" viewBox="0 0 120 40" aria-hidden="true">
    <path class={`clusters-wall-line is-${relation}`} d={relation === "conflicts" ? "M16 20H104" : "M4 20H96"} marker-end={`url(#clusters-wall-${relation})`} marker-start={relation === "conflicts" ? "url(#clusters-wall-conflicts)" : undefined} />
  </svg>
);

const nameOf = (id: string, clusters: readonly Cluster[]): string => clusters.find(x => x.id === id)?.label ?? clusters.find(x => x.id === id)?.name ?? "";

/** The sentence of a relation as long as it is read: two letters stand before the names. */
const words = (x: Relation, clusters: readonly Cluster[], t: Translate): string => `A ${nameOf(x.from, clusters)} ${t(`clusters.${x.relation}`)} B ${nameOf(x.to, clusters)}`;

function Sentence({ relation, clusters, letterOf, t }: { relation: Relation; clusters: readonly Cluster[]; letterOf: Map<string, string>; t: Translate }) {
  const called = (id: string) => <><b>{letterOf.get(id)}</b> <Own text={nameOf(id, clusters)} /></>;
  return <li>{called(relation.from)} <em>{t(`clusters.${relation.relation}`)}</em> {called(relation.to)}</li>;
}
