import type { ComponentChildren } from "preact";
import { figure } from "@client/texts";
import type { ClustersView } from "./views";
import { useEven } from "@client/projector/fit";
import { Page } from "@client/projector/Page";
import { Words } from "@client/projector/Words";
import { branches, type Branch } from "./tree";
import type { WallProps } from "./projector";

const perPage = 3;
/** So many clusters have room beneath a strategy. */
const most = 4;

/** The strategies in pages, what belongs to none at the end. */
export function strategyPages(view: ClustersView): Branch[][] {
  const all = branches(view);
  return Array.from({ length: Math.ceil(all.length / perPage) }, (_, i) => all.slice(i * perPage, (i + 1) * perPage));
}

interface Props extends WallProps { part: readonly Branch[]; tell: ComponentChildren }

/** Strategies side by side: name and keywords whole, and the clusters of each with their dots. */
export function StrategiesPage({ view, part, letterOf, tell, t }: Props) {
  const list = useEven<HTMLUListElement>(part.flatMap(x => [x.group?.name, ...x.clusters.map(y => y.label ?? y.name)]).join());
  return (
    <Page headline={t("clusters.projector-strategies", { n: view.groups.length })} tell={tell}>
      <ul class={`clusters-wall-summary is-of-${part.length}`} ref={list}>
        {part.map(x => (
          <li key={x.group?.id ?? ""} class={x.group ? "" : "is-free"}>
            <Words text={x.group?.name ?? t("clusters.free")} class="clusters-wall-called" />
            {x.group && x.group.keywords.length > 0 && <Words text={x.group.keywords.join(" · ")} class="clusters-wall-keys" />}
            <ul>
              {x.clusters.slice(0, most).map(y => (
                <li key={y.id}>
                  <b>{letterOf.get(y.id)}</b>
                  <Words text={y.label ?? y.name ?? t("clusters.unnamed")} />
                  {y.weight !== undefined && <span class="wall-number">{figure(y.weight, t)}<span class="unseen"> {t("clusters.weight", { n: y.weight })}</span></span>}
                </li>
              ))}
            </ul>
            {x.clusters.length > most && <p>{t("clusters.projector-more-clusters", { n: x.clusters.length - most })}</p>}
          </li>
        ))}
      </ul>
    </Page>
  );
}
