import { useMemo } from "preact/hooks";
import type { ProjectorProps, Zoomable } from "@client/activity";
import type { ClustersView } from "@client/views";
import { arranged, cardPages, CardWall } from "@client/projector/Cards";
import { Pager } from "@client/projector/Pager";
import { usePages } from "@client/projector/pages";
import { WallMap } from "./map";
import { Strategy } from "./strategy";
import { mapPages } from "./tree";
import "./projector.css";

export const zoomable = (view: ClustersView): Zoomable[] => [
  ...view.clusters.filter(x => x.name).map(x => ({ id: x.label ?? x.id, text: x.name })),
  ...view.cards.filter(x => x.status === "shown").map(x => ({ id: x.id, text: x.text })),
];

/** Before the first cluster the cards that are read out, then the map. */
export default function ClustersProjector(props: ProjectorProps<ClustersView>) {
  return props.view.clusters.length === 0 && props.view.groups.length === 0 ? <Unsorted {...props} /> : <Sorted {...props} />;
}

/** The cards as on the wall of ideas; a duplicate says of which one. */
function Unsorted({ view, t, still }: ProjectorProps<ClustersView>) {
  const cards = useMemo(() => arranged(view.cards), [view.cards]);
  const original = useMemo(() => new Map(view.links.map(x => [x.id, x.duplicateOf])), [view.links]);
  const pages = usePages(cardPages(cards), { follow: "first", still });
  return (
    <div class="map-wall">
      <div class="strip">
        <p class="lead">
          {t("clusters.projector-count", { n: view.total })}
          {original.size > 0 && ` · ${t("clusters.projector-linked", { n: original.size })}`}
        </p>
        <Pager pages={pages} t={t} />
      </div>
      {cards.length === 0 && <p class="empty">{t("clusters.projector-none")}</p>}
      <CardWall cards={cards} pages={pages} t={t} about={x => original.has(x.id) ? t("clusters.duplicate-of", { id: original.get(x.id)! }) : undefined} />
    </div>
  );
}

/** The map for the room; once strategies have keywords, each has a page of its own behind the map. */
function Sorted({ view, t, still }: ProjectorProps<ClustersView>) {
  const strategies = useMemo(() => view.groups.filter(x => x.keywords.length > 0 || x.cloud.length > 0), [view.groups]);
  const condensing = view.allow.includes("condense") && strategies.length > 0;
  const maps = useMemo(() => mapPages(view), [view.clusters, view.groups]);
  const pages = usePages(Math.max(1, maps.length) + (condensing ? strategies.length : 0), { follow: "first", still });
  const rows = maps[pages.at];
  const strategy = rows ? undefined : strategies[pages.at - Math.max(1, maps.length)];
  return (
    <div class="map-wall">
      <div class="strip">
        <p class="lead">
          {t("clusters.projector-count", { n: view.total })}
          {view.loose.length > 0 && ` · ${t("clusters.left-over", { n: view.loose.length })}`}
        </p>
        <Pager pages={pages} t={t} />
      </div>
      {strategy && <Strategy group={strategy} clusters={view.clusters.filter(x => x.group === strategy.id)} t={t} />}
      {rows && <WallMap view={view} rows={rows} t={t} />}
      {!rows && !strategy && <p class="empty">{t("clusters.projector-none")}</p>}
    </div>
  );
}
