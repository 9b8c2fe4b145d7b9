import { useState } from "preact/hooks";
import type { PhoneProps } from "@client/activity";
import { figure } from "@client/texts";
import { Heading } from "@client/ui/Heading";
import { Own } from "@client/ui/Own";
import { Write } from "@client/ui/Write";
import type { Card } from "@client/views";
import type { ClustersView } from "./views";
import { Choice, useChoice } from "./choice";
import { Made } from "./phoneStrategies";
import { byId, freshId, letters } from "./tree";
import "./phone.css";

type Props = PhoneProps<ClustersView>;
const nameLimit = 140;

/** Read the clusters; where participants may, put a card where it belongs. */
export default function Phone(props: Props) {
  const { view, item, open, t, say, send } = props;
  const [picked, setPicked] = useState<string>();
  const letterOf = letters(view);
  const cards = byId(view.cards);
  const links = new Map(view.links.map(x => [x.id, x.duplicateOf]));
  const may = open && view.participants && view.allow.includes("move");
  const move = (cluster?: string) => {
    send("clusters.move", { contribution: picked, ...(cluster && { cluster }) });
    setPicked(undefined);
  };
  const list = (ids: string[], cluster?: string) => (
    <ul class="cards">
      {ids.map(id => cards.get(id)).filter(x => x !== undefined).map(card => (
        <li key={card.id} class={`card ${picked === card.id ? "picked" : ""}`}>
          <Movable card={card} may={may} open={picked === card.id} duplicate={links.get(card.id)} t={t} onPick={() => setPicked(picked === card.id ? undefined : card.id)} />
          {picked === card.id && may && <Where {...props} from={cluster} cards={cards} letterOf={letterOf} onMove={move} />}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Heading title={say(item.title)} />
      {may ? <p class="hint">{t("clusters.pick")}</p> : !view.participants && view.allow.length > 0 && <p class="hint">{t(`clusters.listen-${view.allow[0]}`)}</p>}
      {view.clusters.length === 0 && <p class="hint">{t("clusters.none")}</p>}
      {!may && <Made view={view} letterOf={letterOf} t={t} />}
      {view.clusters.map(cluster => (
        <details key={cluster.id} class="cluster" open={cluster.cards.includes(picked ?? "") || undefined}>
          <summary><Choice cluster={cluster} letter={letterOf.get(cluster.id)} cards={cards} t={t} /></summary>
          {list(cluster.cards, cluster.id)}
        </details>
      ))}
      <section class="block">
        <h2>{t("clusters.loose")} <span class="hint numeral">{figure(view.loose.length, t)}</span></h2>
        {view.loose.length === 0 ? <p class="hint">{t("clusters.loose-none")}</p> : list(view.loose)}
      </section>
    </>
  );
}

interface MovableProps { card: Card; may: boolean; open: boolean; duplicate?: string; onPick: () => void; t: Props["t"] }

function Movable({ card, may, open, duplicate, onPick, t }: MovableProps) {
  const inside = (
    <>
      <span class="meta"><span class="numeral">{card.id}</span>{duplicate && <span>{t("clusters.duplicate", { id: duplicate })}</span>}</span>
      <span class="words"><Own text={card.text} /></span>
    </>
  );
  return may ? <button class="pick" aria-expanded={open} onClick={onPick}>{inside}</button> : inside;
}

/** Where a picked card may go: a cluster, the left-over ones, or a cluster of its own. */
function Where({ view, from, cards, letterOf, t, send, useDraft, open, onMove }: Props & { from?: string; cards: Map<string, Card>; letterOf: Map<string, string>; onMove: (cluster?: string) => void }) {
  const [making, setMaking] = useState(false);
  const draft = useDraft("cluster");
  useChoice(view.clusters, x => { if (x.id !== from) onMove(x.id); });
  // Sorting in silence asks for no name; where naming is part of the step, one may be given at once.
  const naming = view.allow.includes("name");
  const make = (name?: string) => {
    const cluster = freshId();
    send("clusters.make", { cluster, ...(name && { name }) }, name ? { field: "cluster", text: name } : undefined);
    onMove(cluster);
  };
  return (
    <fieldset class="clusters-where">
      <legend>{t("clusters.where")}</legend>
      {view.clusters.filter(x => x.id !== from).map(x => <button key={x.id} class="button" onClick={() => onMove(x.id)}><Choice cluster={x} letter={letterOf.get(x.id)} cards={cards} t={t} /></button>)}
      {from && <button class="button" onClick={() => onMove()}>{t("clusters.to-loose")}</button>}
      {making
        ? <Write label={t("clusters.new-cluster-name")} button={t("clusters.make")} limit={nameLimit} open={open} draft={draft} blank onSend={make} t={t} />
        : <button class="button" onClick={() => (naming ? setMaking(true) : make())}>+ {t("clusters.to-new")}</button>}
    </fieldset>
  );
}
