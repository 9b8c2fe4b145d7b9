import { useRef } from "preact/hooks";
import type { Along } from "../activity";
import type { Whole } from "../session";
import { GuestEntry } from "../guests/GuestEntry";
import { correctGuest } from "../guests/CorrectGuest";
import type { NewSeat } from "../guests/NewGuest";
import type { Said } from "../guests/Questions";
import { Returned } from "../phone/Returned";
import { gift, give, type Room, useOutbox } from "../phone/room";
import { useSpeech } from "../phone/speech";
import { seatGuest, withUnsent } from "./guests";

/** Writes for people without a phone. All goes by the outbox: a seat and what is given for it keep their order, without a connection too. */
export function Write({ room, whole: { view, you } }: { room: Room; whole: Whole }) {
  const { language, t, say } = useSpeech();
  const entries = useOutbox(room.outbox);
  const fresh = useRef(new Set<string>()).current;
  const item = view.item;
  if (!view.guestBook) return null;
  for (const x of view.guestBook.guests) fresh.delete(x.id);
  const here = entries.filter(x => item && x.item === item.id && x.round === item.round);
  const seat = async (data: NewSeat) => {
    fresh.add(data.guest);
    await room.outbox.give({ session: room.session, name: seatGuest, data });
    return true;
  };
  const correct = async (guest: string, data: Said) => {
    await room.outbox.give({ session: room.session, name: correctGuest, for: guest, slot: `${guest}/${correctGuest}`, data });
    return true;
  };
  const send = async (guest: string, name: string, data: object, along?: Along) => {
    if (!item) return false;
    await give(room, { item: item.id, round: item.round, for: guest }, name, data, along);
    return true;
  };
  return (
    <section aria-labelledby="write">
      <h2 id="write">{t("scribe.write")}</h2>
      {item?.locked && <p class="notice" role="status">{t("phone.locked")}</p>}
      {here.filter(x => x.refused).map(x => <Returned key={x.command} room={room} entry={x} />)}
      <GuestEntry session={room.session} view={view} book={withUnsent(view.guestBook, entries, fresh)} language={language} table={you.table} open={!item?.locked} t={t} say={say}
        given={guest => here.filter(x => x.for === guest).map(x => gift(x))} seat={seat} correct={correct} give={send} />
    </section>
  );
}
