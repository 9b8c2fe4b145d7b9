import type { ComponentChildren } from "preact";
import type { Card } from "../views";
import type { Translate } from "../texts";
import { Own } from "../ui/Own";

export type Mark = "hide" | "restore" | "pin" | "unpin" | "approve";

interface Props {
  card: Card;
  /** What is known besides the words: category, zone, table. */
  about: string[];
  t: Translate;
  /** Nothing may be marked without it. */
  mark?: (card: Card, mark: Mark) => void;
  open: (card: Card) => void;
  /** What only its kind lets one do to it. */
  children?: ComponentChildren;
}

/** A contribution on the console, in people's own words, with what a facilitator may do to it. */
export function ContributionCard({ card, about, t, mark, open, children }: Props) {
  const notes = [...about, ...(card.version ? [t("console.reworded", { n: card.version - 1 })] : []), ...(card.phoneless ? [t("room.phoneless")] : []), ...(card.near ? [t("console.near", { id: card.near })] : [])];
  return (
    <li class={`card is-${card.status}${card.pinned ? " is-pinned" : ""}`} data-card={card.id} tabIndex={-1}>
      <p class="card-head">
        <b class="card-id">{card.id}</b>
        {card.status !== "shown" && <span class="tag">{t(`console.status-${card.status}`)}</span>}
        {card.pinned && <span class="tag strong">{t("room.pinned")}</span>}
      </p>
      <p class="card-text"><Own text={card.text} /></p>
      {notes.length > 0 && <p class="card-about">{notes.map((x, i) => <bdi key={i}>{x}</bdi>)}</p>}
      <CardActs card={card} t={t} mark={mark} open={open}>{children}</CardActs>
    </li>
  );
}

/** The acts that fit the card's state, each with the key that does it while the card holds the focus; the accessible name says which card. */
function CardActs({ card, t, mark, open, children }: Omit<Props, "about">) {
  const act = (what: Mark) => <MarkButton what={what} of={card.id} t={t} mark={() => mark?.(card, what)} />;
  return (
    <div class={card.status === "pending" ? "card-acts" : "card-acts on-focus"}>
      {mark && card.status === "pending" && act("approve")}
      {mark && card.status === "hidden" && act("restore")}
      {mark && (card.status === "shown" || card.status === "pending") && act("hide")}
      {mark && card.status === "shown" && act(card.pinned ? "unpin" : "pin")}
      {children}
      <button type="button" class="small" data-key="e" aria-label={`${t("console.enlarge")} ${card.id}`} onClick={() => open(card)}>{t("console.enlarge")}<kbd aria-hidden="true">E</kbd></button>
    </div>
  );
}

/** The key of a mark and of what takes it back is the same one. */
const keys: Record<Mark, string> = { hide: "h", restore: "h", pin: "p", unpin: "p", approve: "a" };

/** Marks a contribution. */
export function MarkButton({ what, of, t, mark }: { what: Mark; of: string; t: Translate; mark: () => void }) {
  return (
    <button type="button" class="small" data-key={keys[what]} aria-label={`${t(`console.mark-${what}`)} ${of}`} onClick={mark}>
      {t(`console.mark-${what}`)}<kbd aria-hidden="true">{keys[what].toUpperCase()}</kbd>
    </button>
  );
}
