import { useState } from "preact/hooks";
import type { Along, Gift } from "../activity";
import { draftKey, writeDraft } from "../drafts";
import { correctGuest } from "../guests/CorrectGuest";
import { GuestEntry as Entry } from "../guests/GuestEntry";
import { fieldFor } from "../phone/room";
import { useDesk } from "./context";

interface Written extends Gift { guest: string; item: string; round: number }

/** People without a phone on the console: each act is answered at once. */
export function GuestEntry() {
  const { session, view, board, language, t, say, act } = useDesk();
  const [written, setWritten] = useState<readonly Written[]>([]);
  const item = view.item;
  const guests = board.people.filter(x => x.phoneless && !x.removed);
  const give = async (guest: string, name: string, data: object, along: Along = {}) => {
    if (!item || !(await act(name, data, { item: item.id, for: guest }))) return false;
    setWritten(old => [...old, { name, data, note: along.note, slot: along.slot, state: "received", guest, item: item.id, round: item.round }]);
    if (along.field) writeDraft(draftKey(session, item.id, fieldFor(guest, along.field)), "");
    return true;
  };
  return (
    <Entry session={session} view={view} book={{ guests, types: board.types, zones: board.zones, tables: board.tables }} language={language} open t={t} say={say}
      given={guest => written.filter(x => x.guest === guest && x.item === item?.id && x.round === item.round)}
      seat={seat => act("session.seat-guest", seat)} correct={(guest, said) => act(correctGuest, said, { for: guest })} give={give} />
  );
}
