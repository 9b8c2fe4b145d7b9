import type { ConsoleProps } from "@client/activity";
import type { ClustersView } from "./views";
import { Own } from "@client/ui/Own";
import { useKept } from "@client/ui/local";
import { unlinked } from "./likeness";

interface Props { view: ClustersView; item: string; t: ConsoleProps<ClustersView>["t"]; send: ConsoleProps<ClustersView>["send"] }

/** Cards with almost the same words are offered first; a person says of each pair whether they are the same. That two are not is remembered on this device. */
export function Alike({ view, item, t, send }: Props) {
  const [apart, keep] = useKept(`apart ${location.pathname} ${item}`, "");
  const known = apart.split(" ");
  const pairs = unlinked(view).filter(x => !known.includes(x.later.id));
  if (pairs.length === 0) return null;
  return (
    <section class="panel clusters-alike" aria-label={t("clusters.alike", { n: pairs.length })}>
      <h3>{t("clusters.alike", { n: pairs.length })}</h3>
      <ul class="clusters-pairs">
        {pairs.map(({ later, earlier }) => (
          <li key={later.id}>
            {[earlier, later].map(x => <p key={x.id}><b class="card-id">{x.id}</b> <Own text={x.text} /></p>)}
            <div class="card-acts">
              <button type="button" class="small" aria-label={t("clusters.alike-same", { later: later.id, earlier: earlier.id })} onClick={() => void send("clusters.link", { contribution: later.id, duplicateOf: earlier.id })}>{t("clusters.alike-link")}</button>
              <button type="button" class="small quiet" aria-label={t("clusters.alike-differ", { later: later.id, earlier: earlier.id })} onClick={() => keep([...known, later.id].join(" ").trim())}>{t("clusters.alike-apart")}</button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
