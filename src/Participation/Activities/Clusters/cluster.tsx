import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { ConsoleProps } from "@client/activity";
import type { Card, Cluster, ClustersView } from "@client/views";
import { Dialog } from "@client/ui/Dialog";
import { hasDraft } from "@client/ui/local";
import { Own } from "@client/ui/Own";
import { useRows } from "@client/ui/rows";
import { nameOf, Rename } from "./forms";
import { useDrop } from "./tile";

interface Props {
  cluster: Cluster;
  letter: string;
  view: ClustersView;
  cards: Card[];
  tile: (card: Card) => VNode;
  /** What every tile depends on besides its card. */
  rows: unknown[];
  t: ConsoleProps<ClustersView>["t"];
  send: ConsoleProps<ClustersView>["send"];
  move: (contribution: string, cluster?: string) => Promise<boolean>;
}

/** A cluster on the table: its name, its group, its cards. */
export function ClusterBox({ cluster, letter, view, cards, tile, rows, t, send, move }: Props) {
  const [naming, setNaming] = useState(() => hasDraft(nameOf(cluster.id).sentence) || hasDraft(nameOf(cluster.id).label));
  const [dropping, setDropping] = useState(false);
  const drop = useDrop(id => void move(id, cluster.id));
  const list = useRows(cards, tile, rows);
  const may = (act: ClustersView["allow"][number]) => view.allow.includes(act);
  const called = `${letter} ${cluster.name ?? ""}`;
  const dissolve = () => void send("clusters.drop", { cluster: cluster.id });
  return (
    <section class={`clusters-box${drop.over ? " is-over" : ""}`} {...(may("move") ? drop.on : {})} aria-label={`${t("clusters.cluster")} ${called}`}>
      {naming && may("name")
        ? <Rename id={cluster.id} name={cluster.name ?? ""} label={cluster.label ?? ""} hint={t("clusters.name-hint")} t={t} onClose={() => setNaming(false)} save={(name, label) => send("clusters.name", { cluster: cluster.id, name, ...(label && { label }) })} />
        : (
          <header class="box-head">
            <h4><b class="clusters-letter">{letter}</b> {cluster.name ? <Own text={cluster.name} /> : <i>{t("clusters.unnamed")}</i>}</h4>
            {cluster.label && <p class="card-about"><Own text={cluster.label} /></p>}
            <p class="card-about numeral">{t("clusters.cards", { n: cluster.cards.length })}{cluster.weight !== undefined && ` · ${t("clusters.weight", { n: cluster.weight })}`}</p>
          </header>
        )}
      <div class="card-acts">
        {may("name") && !naming && <button type="button" class="small" aria-label={`${t("clusters.rename")} ${called}`} onClick={() => setNaming(true)}>{t("clusters.rename")}</button>}
        {may("group") && view.groups.length > 0 && (
          <select class="small" aria-label={`${t("clusters.gather")} ${called}`} value={cluster.group ?? ""} onChange={e => void send("clusters.gather", { cluster: cluster.id, ...(e.currentTarget.value && { group: e.currentTarget.value }) })}>
            <option value="">{t("clusters.no-group")}</option>
            {view.groups.map(x => <option key={x.id} value={x.id}>{x.name}</option>)}
          </select>
        )}
        {may("move") && <button type="button" class="small" aria-label={`${t("clusters.drop")} ${called}`} onClick={() => (cluster.name || cluster.cards.length > 0 ? setDropping(true) : dissolve())}>{t("clusters.drop")}</button>}
      </div>
      <ul class="clusters-tiles">{list}</ul>
      {dropping && (
        <Dialog title={t("clusters.drop-title", { name: called.trim() })} close={t("screen.cancel")} onClose={() => setDropping(false)}>
          <p>{t("clusters.drop-text")}</p>
          <p class="card-acts"><button type="button" class="primary" onClick={() => { setDropping(false); dissolve(); }}>{t("clusters.drop")}</button></p>
        </Dialog>
      )}
    </section>
  );
}
