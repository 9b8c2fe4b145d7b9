import type { Translate } from "@client/texts";
import { Own } from "@client/ui/Own";
import type { ClustersView } from "./views";

/** What the room made of its clusters so far: strategies with their keywords and clusters, and what causes, supports or contradicts what. */
export function Made({ view, letterOf, t }: { view: ClustersView; letterOf: Map<string, string>; t: Translate }) {
  return (
    <>
      {view.groups.length > 0 && (
        <section class="block">
          <h2>{t("clusters.made")}</h2>
          {view.groups.map(group => (
            <div key={group.id} class="strategy">
              <h3><Own text={group.name} /></h3>
              {group.keywords.length > 0 && <p><strong><Own text={group.keywords.join(" · ")} /></strong></p>}
              {view.clusters.filter(x => x.group === group.id).map(x => <p key={x.id} class="hint"><b class="letter">{letterOf.get(x.id)}</b> {x.name && <Own text={x.name} />}</p>)}
            </div>
          ))}
        </section>
      )}
      {view.relations.length > 0 && (
        <section class="block">
          <h2>{t("clusters.relations")}</h2>
          <ul class="relations">
            {view.relations.map(x => <li key={x.from + x.to}><b class="letter">{letterOf.get(x.from)}</b> {t(`clusters.${x.relation}`)} <b class="letter">{letterOf.get(x.to)}</b></li>)}
          </ul>
        </section>
      )}
    </>
  );
}
