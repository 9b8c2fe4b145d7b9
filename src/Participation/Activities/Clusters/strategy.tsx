import type { Translate } from "@client/texts";
import type { Cluster, Group } from "@client/views";
import { Own } from "@client/ui/Own";

/** A strategy's page: its name, its three keywords, and the words behind it by their weight. */
export function Strategy({ group, clusters, t }: { group: Group; clusters: Cluster[]; t: Translate }) {
  const most = Math.max(1, ...group.cloud.map(x => x.weight));
  const words = [...group.cloud].sort((a, b) => a.text.localeCompare(b.text));
  return (
    <div class="strategy">
      <div>
        <h2><Own text={group.name} /></h2>
        <ol class="strategy-keywords">{group.keywords.map(x => <li key={x}><Own text={x} /></li>)}</ol>
      </div>
      <ul class="cloud" aria-label={t("clusters.cloud")}>
        {words.map(x => (
          <li key={x.text} style={{ fontSize: `${1 + (x.text.length > 24 ? 0.7 : 2) * (x.weight / most)}rem` }}><Own text={x.text} /> <small class="numeral">{x.weight}</small></li>
        ))}
      </ul>
      <p class="strategy-foot">{clusters.map(x => x.name).filter(x => x).map((x, i) => <Own key={i} text={x!} />)}</p>
    </div>
  );
}
