import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Translate } from "@client/texts";
import type { Cluster, ClustersView, Relation } from "@client/views";
import { Own } from "@client/ui/Own";
import { arrow, type Box } from "./arrow";
import { across, byId, letters, type MapRow } from "./tree";

interface Props { view: ClustersView; rows: MapRow[]; t: Translate }

/**
 * Groups, clusters, cards and relations on one calm page that always fits: where there is little room, fewer cards are shown, never half
 * a name. Relations are drawn behind the clusters and also written at the one they start from.
 */
export function WallMap({ view, rows, t }: Props) {
  const cards = useMemo(() => byId(view.cards), [view.cards]);
  const letterOf = letters(view);
  const wall = useRef<HTMLDivElement>(null);
  const boxes = useBoxes(wall, view, rows);
  const box = (x: Cluster) => (
    <section key={x.id} class="map-cluster" data-cluster={x.id}>
      <p class="map-name"><b>{letterOf.get(x.id)}</b> {x.name ? <Own text={x.label ?? x.name} /> : <span class="map-unnamed">{t("clusters.unnamed")}</span>}</p>
      <p class="map-n numeral">{t("clusters.cards", { n: x.cards.length })}{x.weight !== undefined && ` · ${t("clusters.weight", { n: x.weight })}`}
        {view.relations.filter(y => y.from === x.id).map(y => <span key={y.to + y.relation} class={`map-relation ${y.relation}`}> · {t(`clusters.${y.relation}`)} <b>{letterOf.get(y.to)}</b></span>)}
      </p>
      <ul class="map-cards">{x.cards.slice(0, 4).map(id => <li key={id}><Own text={cards.get(id)?.text ?? id} /></li>)}</ul>
    </section>
  );
  const wide = Math.max(1, ...rows.map(x => Math.min(across, x.clusters.length)));
  return (
    <div class="map" ref={wall} style={{ gridTemplateRows: rows.map(x => `minmax(0, ${x.lines}fr)`).join(" ") }}>
      <Arrows relations={view.relations} boxes={boxes} />
      {rows.map(x => (
        <section class={`map-group ${x.group ? "" : "free"} ${view.groups.length > 0 ? "" : "alone"}`} key={x.group?.id ?? ""}>
          {view.groups.length > 0 && <h2>{x.group ? <Own text={x.group.name} /> : t("clusters.free")}</h2>}
          <div class="map-clusters" style={{ gridTemplate: `repeat(${x.lines}, minmax(0, 1fr)) / repeat(${wide}, minmax(0, 1fr))` }}>{x.clusters.map(box)}</div>
        </section>
      ))}
    </div>
  );
}

function Arrows({ relations, boxes }: { relations: Relation[]; boxes: Map<string, Box> }) {
  return (
    <svg class="map-arrows" aria-hidden="true">
      <defs>
        <marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="5" markerHeight="5" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z" /></marker>
      </defs>
      {relations.map(x => {
        const from = boxes.get(x.from);
        const to = boxes.get(x.to);
        return from && to && <path key={`${x.from} ${x.to}`} class={`relation ${x.relation}`} d={arrow(from, to)} marker-end="url(#arrow)" marker-start={x.relation === "conflicts" ? "url(#arrow)" : undefined} />;
      })}
    </svg>
  );
}

/** Where the clusters stand after layout. Measured again when the view or the screen changes. */
function useBoxes(wall: { current: HTMLDivElement | null }, view: ClustersView, rows: MapRow[]): Map<string, Box> {
  const [boxes, set] = useState(new Map<string, Box>());
  useLayoutEffect(() => {
    const measure = () => {
      const origin = wall.current?.getBoundingClientRect();
      if (!origin) return;
      set(new Map([...wall.current!.querySelectorAll<HTMLElement>("[data-cluster]")].map(x => {
        const { left, top, width, height } = x.getBoundingClientRect();
        return [x.dataset.cluster!, { x: left - origin.left, y: top - origin.top, width, height }];
      })));
    };
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [rows, view.relations]);
  return boxes;
}
