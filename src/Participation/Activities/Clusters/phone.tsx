import { useState } from "preact/hooks";
import type { PhoneProps } from "@client/activity";
import { Heading } from "@client/ui/Heading";
import { Own } from "@client/ui/Own";
import { Write } from "@client/ui/Write";
import type { Card, Cluster, ClustersView } from "@client/views";
import "./phone.css";

type Props = PhoneProps<ClustersView>;
const nameLimit = 140;

/** Read the clusters; where participants may, put a card where it belongs. */
export default function Phone(props: Props) {
  const { view, item, open, t, say, send } = props;
  const [picked, setPicked] = useState<string>();
  const cards = new Map(view.cards.map(card => [card.id, card]));
  const links = new Map(view.links.map(x => [x.id, x.duplicateOf]));
  const may = open && view.participants && view.allow.includes("move");
  const move = (cluster?: string) => {
    send("clusters.move", { contribution: picked, ...(cluster && { cluster }) });
    setPicked(undefined);
  };
  const list = (ids: string[], cluster?: string) => (
    <ul class="cards">
      {ids.map(id => cards.get(id)).filter(x => x !== undefined).map(card => (
        <li key={card.id} class={`card ${card.kind ?? ""} ${picked === card.id ? "picked" : ""}`}>
          <Movable card={card} may={may} open={picked === card.id} duplicate={links.get(card.id)} t={t} onPick={() => setPicked(picked === card.id ? undefined : card.id)} />
          {picked === card.id && may && <Where {...props} from={cluster} onMove={move} onMade={made => move(made)} />}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <Heading title={say(item.title)} />
      {may && <p class="hint">{t("clusters.pick")}</p>}
      {view.clusters.length === 0 && <p class="hint">{t("clusters.none")}</p>}
      {view.clusters.map(cluster => (
        <details key={cluster.id} class="cluster" open={cluster.cards.includes(picked ?? "") || undefined}>
          <summary><Name of={cluster} t={t} /> <span class="hint numeral">{t("clusters.cards", { n: cluster.cards.length })}</span></summary>
          {list(cluster.cards, cluster.id)}
        </details>
      ))}
      <section class="block">
        <h2>{t("clusters.loose")} <span class="hint numeral">{view.loose.length}</span></h2>
        {view.loose.length === 0 ? <p class="hint">{t("clusters.loose-none")}</p> : list(view.loose)}
      </section>
    </>
  );
}

const Name = ({ of, t }: { of: Cluster; t: Props["t"] }) => (of.name ? <Own text={of.name} /> : <em>{t("clusters.unnamed")}</em>);

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
function Where({ view, from, t, send, useDraft, open, onMove, onMade }: Props & { from?: string; onMove: (cluster?: string) => void; onMade: (cluster: string) => void }) {
  const [making, setMaking] = useState(false);
  const draft = useDraft("cluster");
  const make = (name: string) => {
    const cluster = Array.from(crypto.getRandomValues(new Uint8Array(8)), x => (x % 36).toString(36)).join("");
    send("clusters.make", { cluster, name }, { field: "cluster", text: name });
    onMade(cluster);
  };
  return (
    <fieldset class="where">
      <legend>{t("clusters.where")}</legend>
      {view.clusters.filter(x => x.id !== from).map(x => <button key={x.id} class="button" onClick={() => onMove(x.id)}><Name of={x} t={t} /></button>)}
      {from && <button class="button" onClick={() => onMove()}>{t("clusters.to-loose")}</button>}
      {making
        ? <Write label={t("clusters.new-name")} button={t("clusters.make")} limit={nameLimit} open={open} draft={draft} onSend={make} t={t} />
        : <button class="button" onClick={() => setMaking(true)}>+ {t("clusters.to-new")}</button>}
    </fieldset>
  );
}
