import { useMemo } from "preact/hooks";
import type { ProjectorProps, Zoomable } from "@client/activity";
import type { ClustersView } from "./views";
import { Naming } from "./wallNaming";
import { Overview } from "./wallOverview";
import { ReadingOut } from "./wallReadingOut";
import { Network } from "./wallRelations";
import { Strategies } from "./wallStrategies";
import { letters } from "./tree";
import "./projector.css";

export type WallProps = ProjectorProps<ClustersView> & { letterOf: Map<string, string> };

export const zoomable = (view: ClustersView): Zoomable[] => [
  ...view.clusters.filter(x => x.name).map(x => ({ id: x.label ?? x.id, text: x.name })),
  ...view.cards.filter(x => x.status === "shown").map(x => ({ id: x.id, text: x.text })),
];

/** One page for each thing that the room does with its cards: read them out, sort, find titles, relate, condense. */
export default function ClustersProjector(props: ProjectorProps<ClustersView>) {
  const { view } = props;
  const letterOf = useMemo(() => letters(view), [view.clusters]);
  const wall = { ...props, letterOf };
  const may = (act: ClustersView["allow"][number]) => view.allow.includes(act);
  if (view.clusters.length === 0 && view.groups.length === 0) return <ReadingOut {...wall} />;
  if (may("condense") && view.groups.length > 0) return <Strategies {...wall} />;
  if (may("relate") && view.relations.length > 0) return <Network {...wall} />;
  if (may("name")) return <Naming {...wall} />;
  return <Overview {...wall} />;
}
