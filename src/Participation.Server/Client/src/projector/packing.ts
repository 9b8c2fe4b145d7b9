import { byNumber } from "../ui/order";
import type { Card } from "../views";

/** The cards that the room may see, by number. */
export const arranged = (cards: readonly Card[]): Card[] =>
  cards.filter(x => x.status === "shown").sort(byNumber);

const columns = 3;
export const rows = 2;
/** Up to so many signs a text takes one slot of the page, then two, then a whole row, then the page. */
const most = [95, 200, 300];

const slots = (text: string): number => (text.length > most[columns - 1]! ? columns * rows : 1 + most.findIndex(x => text.length <= x));

/** A card and its slots on the page: row and column from 1, over how many columns it goes, and whether it has the page alone. */
export interface Placed { card: Card; row: number; column: number; span: number; alone: boolean }

/**
 * Cards in pages of six slots. A card keeps its slots when others come: a page that was left is never filled again, and on the last page new
 * cards take the first free slots that are wide enough.
 */
export function cardPages(cards: readonly Card[]): Placed[][] {
  const pages: Placed[][] = [];
  let taken: number[] = [];
  for (const card of cards) {
    const wanted = slots(card.text);
    const alone = wanted > columns;
    let row = alone ? (taken.length > 0 && taken.every(x => x === 0) ? 0 : -1) : taken.findIndex(x => columns - x >= wanted);
    if (row < 0) {
      pages.push([]);
      taken = Array<number>(rows).fill(0);
      row = 0;
    }
    pages[pages.length - 1]!.push({ card, row: row + 1, column: taken[row]! + 1, span: Math.min(wanted, columns), alone });
    if (alone) taken = taken.map(() => columns);
    else taken[row]! += wanted;
  }
  return pages;
}
