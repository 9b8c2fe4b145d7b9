import { useMemo } from "preact/hooks";
import type { ProjectorProps, Zoomable } from "@client/activity";
import type { ClustersView } from "@client/views";
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

/** The map for the room; once strategies have keywords, each has a page of its own behind the map. */
export default function ClustersProjector({ view, t, still }: ProjectorProps<ClustersView>) {
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
