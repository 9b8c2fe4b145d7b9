import type { Translate } from "../texts";
import { Own } from "../ui/Own";
import { byNumber } from "../ui/order";
import type { Card } from "../views";
import type { Pages } from "./pages";
import "./cards.css";

const perPage = 9;

/** The cards that the room may see, by number. */
export const arranged = (cards: readonly Card[]): Card[] =>
  cards.filter(x => x.status === "shown").sort(byNumber);

export const cardPages = (cards: readonly Card[]): number => Math.ceil(cards.length / perPage);

interface Props { cards: readonly Card[]; pages: Pages; t: Translate; /** What is said of a card besides its number and kind. */ about?: (card: Card) => string | undefined }

/** A page of cards in people's own words. A card keeps its place: new ones take the next free one. */
export function CardWall({ cards, pages, t, about }: Props) {
  return (
    <ul class="wall-cards">
      {cards.slice(pages.at * perPage, (pages.at + 1) * perPage).map(x => {
        const more = about?.(x);
        return (
          <li key={x.id} class={`wall-card${x.pinned ? " is-pinned" : ""}${more ? " is-about" : ""}`}>
            <p class={x.text.length > 130 ? "wall-text long" : "wall-text"}><Own text={x.text} /></p>
            <p class="wall-foot"><b>{x.id}</b>{more ? <span class="wall-about">{more}</span> : x.kind && <span>{t(`room.kind.${x.kind}`)}</span>}</p>
          </li>
        );
      })}
    </ul>
  );
}
