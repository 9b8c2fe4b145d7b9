import type { Translate } from "../texts";
import type { Card } from "../views";
import { rows, type Placed } from "./packing";
import { Sign, sorts } from "./sorts";
import { Words } from "./Words";
import "./cards.css";

interface Props { cards: readonly Placed[]; t: Translate; /** What is said of a card besides its number and kind. */ about?: (card: Card) => string | undefined }

/** A page of cards in people's own words, none of them cut. */
export function CardWall({ cards, t, about }: Props) {
  return (
    <ul class="wall-cards">
      {cards.map(({ card: x, row, column, span, alone }) => {
        const more = about?.(x);
        const sort = x.kind ? sorts[x.kind] : undefined;
        return (
          <li key={x.id} class={`wall-card${sort ? ` ${sort.class}` : ""}${alone ? " is-alone" : ""}${x.pinned ? " is-pinned" : ""}${more ? " is-about" : ""}`} style={{ gridRow: alone ? `1 / span ${rows}` : row, gridColumn: `${column} / span ${span}` }}>
            <Words text={x.text} />
            <p class="wall-card-foot">{sort && <><Sign sort={sort} />{t(sort.label)}</>}{more && <span class="wall-about">{more}</span>}<span translate={false}>{x.id}</span></p>
          </li>
        );
      })}
    </ul>
  );
}
