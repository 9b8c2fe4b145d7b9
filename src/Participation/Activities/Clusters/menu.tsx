import { useMemo, useState } from "preact/hooks";
import type { ConsoleProps } from "@client/activity";
import type { Card } from "@client/views";
import type { Cluster, ClustersView } from "./views";
import { Dialog } from "@client/ui/Dialog";
import { Own } from "@client/ui/Own";
import { holds } from "@client/ui/find";
import { Choice, useChoice } from "./choice";
import { mostAlike } from "./likeness";
import { byId, freshId } from "./tree";

interface Props {
  card: Card;
  view: ClustersView;
  letterOf: Map<string, string>;
  duplicateOf?: string;
  t: ConsoleProps<ClustersView>["t"];
  send: ConsoleProps<ClustersView>["send"];
  move: (contribution: string, cluster?: string) => Promise<boolean>;
  onClose: () => void;
}

/** All that can be done with a card without dragging it. */
export function CardMenu({ card, view, letterOf, duplicateOf, t, send, move, onClose }: Props) {
  const home = view.clusters.find(x => x.cards.includes(card.id));
  const close = (done: boolean) => { if (done) onClose(); };
  const cards = useMemo(() => byId(view.cards), [view.cards]);
  const movable = view.allow.includes("move");
  const into = async (cluster: Cluster) => { if (cluster !== home) close(await move(card.id, cluster.id)); };
  useChoice(movable ? view.clusters : [], x => void into(x));
  const intoNew = async () => {
    const cluster = freshId();
    if (await send("clusters.make", { cluster })) close(await move(card.id, cluster));
  };
  return (
    <Dialog title={card.id} close={t("screen.close")} onClose={onClose}>
      <p class="card-large"><Own text={card.text} /></p>
      {movable && (
        <section>
          <h3>{t("clusters.move-to")}</h3>
          {view.clusters.length > 0 && <p class="note">{t("clusters.by-key")}</p>}
          <div class="clusters-choices">
            {view.clusters.map(x => (
              <button key={x.id} type="button" aria-pressed={x === home} disabled={x === home} onClick={() => void into(x)}>
                <Choice cluster={x} letter={letterOf.get(x.id)} cards={cards} t={t} />
              </button>
            ))}
            <button type="button" onClick={() => void intoNew()}>{t("clusters.into-new")}</button>
            {home && <button type="button" onClick={async () => close(await move(card.id))}>{t("clusters.back-to-left-over")}</button>}
          </div>
        </section>
      )}
      {view.allow.includes("link") && (
        <section>
          <h3>{t("clusters.duplicates")}</h3>
          {duplicateOf
            ? <p>{t("clusters.duplicate-of", { id: duplicateOf })} <button type="button" onClick={async () => close(await send("clusters.link", { contribution: card.id }))}>{t("clusters.unlink")}</button></p>
            : <Twins card={card} view={view} t={t} link={async id => close(await send("clusters.link", { contribution: card.id, duplicateOf: id }))} />}
        </section>
      )}
    </Dialog>
  );
}

interface TwinsProps { card: Card; view: ClustersView; t: Props["t"]; link: (id: string) => void }

/** Finds the card that says the same: those that are most alike are offered before anything is typed. */
function Twins({ card, view, t, link }: TwinsProps) {
  const [search, setSearch] = useState("");
  const offered = useMemo(() => mostAlike(card, view.cards), [view.cards, card]);
  const found = useMemo(() => {
    if (!search) return offered;
    const matching = view.cards.filter(x => x.id !== card.id && holds(`${x.id} ${x.text}`, search));
    return [...offered.filter(x => matching.includes(x)), ...matching.filter(x => !offered.includes(x))];
  }, [offered, view.cards, card, search]);
  return (
    <>
      <label>{t("clusters.find-twin")}<input type="search" value={search} onInput={e => setSearch(e.currentTarget.value)} /></label>
      <div class="clusters-choices">
        {found.slice(0, 8).map(x => <button key={x.id} type="button" onClick={() => link(x.id)}><b class="card-id">{x.id}</b> <Own text={x.text} /></button>)}
      </div>
    </>
  );
}
