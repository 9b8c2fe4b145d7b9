import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { ConsoleProps } from "@client/activity";
import type { Card } from "@client/views";
import type { Cluster, ClustersView } from "./views";
import { hasDraft } from "@client/ui/local";
import { Own } from "@client/ui/Own";
import { useRows } from "@client/ui/rows";
import { BoxSheet } from "./box";
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
  const rename = t(cluster.name ? "clusters.retitle" : "clusters.rename");
  const called = `${letter} ${cluster.name ?? ""}`.trim();
  return (
    <section class={`clusters-box${drop.over ? " is-over" : ""}`} {...(may("move") ? drop.on : {})} aria-label={`${t("clusters.cluster")} ${called}`}>
      {naming && may("name")
        ? <Rename id={cluster.id} name={cluster.name ?? ""} label={cluster.label ?? ""} named={cluster.named ?? 0} hint={t("clusters.name-hint")} t={t} onClose={() => setNaming(false)} save={(name, label, basis) => send("clusters.name", { cluster: cluster.id, name, ...(label && { label }), basis })} />
        : (
          <header class="clusters-head">
            <h4><b class="clusters-letter">{letter}</b> {cluster.name ? <Own text={cluster.name} /> : <i>{t("clusters.unnamed")}</i>}</h4>
            <b class="clusters-n numeral" title={t("clusters.cards", { n: cluster.cards.length })}>{cluster.cards.length}<span class="unseen"> {t("clusters.cards", { n: cluster.cards.length })}</span></b>
            {may("move") && <button type="button" class="small quiet" aria-haspopup="dialog" aria-label={`${t("clusters.more")} ${called}`} onClick={() => setDropping(true)}>…</button>}
          </header>
        )}
      {(cluster.label || cluster.weight !== undefined) && <p class="card-about">{cluster.label && <Own text={cluster.label} />}{cluster.weight !== undefined && <span class="numeral">{t("clusters.weight", { n: cluster.weight })}</span>}</p>}
      {(may("name") || may("group")) && <div class="card-acts">
        {may("name") && !naming && <button type="button" class="small" aria-label={`${rename} ${called}`} onClick={() => setNaming(true)}>{rename}</button>}
        {may("group") && view.groups.length > 0 && (
          <select class="small" aria-label={`${t("clusters.gather")} ${called}`} value={cluster.group ?? ""} onChange={e => void send("clusters.gather", { cluster: cluster.id, ...(e.currentTarget.value && { group: e.currentTarget.value }) })}>
            <option value="">{t("clusters.no-group")}</option>
            {view.groups.map(x => <option key={x.id} value={x.id}>{x.name}</option>)}
          </select>
        )}
      </div>}
      <ul class="clusters-tiles">{list}</ul>
      {cluster.cards.length === 0 && <p class="card-about">{t("clusters.no-card")}</p>}
      {dropping && <BoxSheet cluster={cluster} called={called} t={t} send={send} onClose={() => setDropping(false)} />}
    </section>
  );
}
