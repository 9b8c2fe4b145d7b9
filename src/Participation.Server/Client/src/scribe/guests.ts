import type { NewSeat } from "../guests/NewGuest";
import type { Entry } from "../store";
import type { GuestBook } from "../views";

export const seatGuest = "session.seat-guest";

/**
 * The guests of the book and those whose seat was asked for and whom the view does not show yet: one may write for them at once.
 * `fresh`: asked for by this page and not seen in the book since; an old seat that is in no book any more was removed or moved.
 */
export function withUnsent(book: GuestBook, entries: readonly Entry[], fresh: ReadonlySet<string>): GuestBook {
  const known = new Set(book.guests.map(x => x.id));
  const unsent = entries.filter(x => x.name === seatGuest && !x.refused).map(x => ({ ...(x.data as NewSeat), sent: x.received !== undefined }))
    .filter(x => !known.has(x.guest) && (!x.sent || fresh.has(x.guest)))
    .map(({ guest, type, zone, table }) => ({ id: guest, number: 0, type, zone, table }));
  return unsent.length === 0 ? book : { ...book, guests: [...book.guests, ...unsent] };
}

/** A guest's number in the room; 0 as long as the server has given none. */
export const numberOf = (book: GuestBook | undefined, guest: string | undefined): number => book?.guests.find(x => x.id === guest)?.number ?? 0;
