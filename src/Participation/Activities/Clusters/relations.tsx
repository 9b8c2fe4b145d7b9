import { useState } from "preact/hooks";
import type { ConsoleProps } from "@client/activity";
import type { ClustersView, Relation } from "./views";
import { about } from "./first";
import { byId } from "./tree";

interface Props {
  view: ClustersView;
  letterOf: Map<string, string>;
  t: ConsoleProps<ClustersView>["t"];
  send: ConsoleProps<ClustersView>["send"];
}

const kinds: Relation["relation"][] = ["causes", "supports", "conflicts"];

/** Typed relations between clusters, as sentences: "A supports C". */
export function Relations({ view, letterOf, t, send }: Props) {
  const [from, setFrom] = useState("");
  const [relation, setRelation] = useState<Relation["relation"]>("supports");
  const [to, setTo] = useState("");
  const cards = byId(view.cards);
  const called = (id: string) => {
    const cluster = view.clusters.find(x => x.id === id);
    return `${letterOf.get(id) ?? "?"} ${cluster ? about(cluster, cards) : ""}`.trim();
  };
  const pick = (name: string, value: string, choose: (id: string) => void) => (
    <select aria-label={name} value={value} onChange={e => choose(e.currentTarget.value)}>
      <option value="">{t("clusters.choose")}</option>
      {view.clusters.map(x => <option key={x.id} value={x.id}>{called(x.id)} ({t("clusters.cards", { n: x.cards.length })})</option>)}
    </select>
  );
  const submit = async (e: Event) => {
    e.preventDefault();
    if (await send("clusters.relate", { from, to, relation })) setTo("");
  };
  return (
    <details class="panel" open={!view.allow.includes("move")}>
      <summary><h3>{t("clusters.relations")} <span class="n">{view.relations.length}</span></h3></summary>
      <form class="inline clusters-relate" onSubmit={submit}>
        {pick(t("clusters.relation-from"), from, setFrom)}
        <select aria-label={t("clusters.relation")} value={relation} onChange={e => setRelation(e.currentTarget.value as Relation["relation"])}>
          {kinds.map(x => <option key={x} value={x}>{t(`clusters.${x}`)}</option>)}
        </select>
        {pick(t("clusters.relation-to"), to, setTo)}
        <button type="submit" disabled={!from || !to || from === to}>{t("clusters.relate")}</button>
      </form>
      <ul class="clusters-relations">
        {view.relations.map(x => (
          <li key={`${x.from} ${x.to} ${x.relation}`}>
            <bdi>{called(x.from)}</bdi> <b>{t(`clusters.${x.relation}`)}</b> <bdi>{called(x.to)}</bdi>{" "}
            <button type="button" class="small" aria-label={`${t("clusters.take-away")}: ${called(x.from)} ${t(`clusters.${x.relation}`)} ${called(x.to)}`} onClick={() => void send("clusters.relate", { from: x.from, to: x.to, relation: "none" })}>{t("clusters.take-away")}</button>
          </li>
        ))}
      </ul>
    </details>
  );
}
