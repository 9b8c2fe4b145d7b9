import type { Translate } from "../texts";
import type { Card } from "../views";
import { KindSign } from "./Kind";
import { rows, type Placed } from "./packing";
import { Words } from "./Words";
import "./cards.css";

interface Props { cards: readonly Placed[]; t: Translate; /** What is said of a card besides its number and kind. */ about?: (card: Card) => string | undefined }

/** A page of cards in people's own words, none of them cut. */
export function CardWall({ cards, t, about }: Props) {
  return (
    <ul class="wall-cards">
      {cards.map(({ card: x, row, column, span, alone }) => {
        const more = about?.(x);
        return (
          <li key={x.id} class={`wall-card${x.kind ? ` is-${x.kind}` : ""}${alone ? " is-alone" : ""}${x.pinned ? " is-pinned" : ""}${more ? " is-about" : ""}`} style={{ gridRow: alone ? `1 / span ${rows}` : row, gridColumn: `${column} / span ${span}` }}>
            <Words text={x.text} />
            <p class="wall-card-foot">{x.kind && <><KindSign kind={x.kind} />{t(`room.kind.${x.kind}`)}</>}{more && <span class="wall-about">{more}</span>}<span translate={false}>{x.id}</span></p>
          </li>
        );
      })}
    </ul>
  );
}
