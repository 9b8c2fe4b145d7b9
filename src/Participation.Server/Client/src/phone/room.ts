import { useEffect, useState } from "preact/hooks";
import type { Along, Gift } from "../activity";
import { clearDraft, draftKey, giveBack, handDraft } from "../drafts";
import { Live as Line } from "../live";
import { Outbox } from "../outbox";
import { pause } from "../pause";
import type { Live, Standing } from "../session";
import { type Entry, openStore } from "../store";

/** A phone's or a scribe's place in a session: its live connection and what it gives. */
export interface Room {
  /** Under which drafts and entries are kept: a browser may be somebody's phone and a scribe's page at once. */
  session: string;
  live: Live;
  outbox: Outbox;
}

/** Connects, and goes on sending what an earlier page of this device left. */
export async function openRoom(id: string, role: "participant" | "scribe" = "participant"): Promise<Room> {
  const live: Live = new Line(id, role);
  const session = role === "participant" ? id : `${id}/${role}`;
  const outbox = new Outbox(session, await openStore(), sent => live.send(sent), pause);
  outbox.onRefused = ({ item, field, text, again }) => {
    if (item && field && text && !again) giveBack(draftKey(session, item, field), text);
  };
  let before = live.standing.contact;
  let item: string | undefined;
  live.watch(({ contact, whole }) => {
    if (contact === "here" && whole) {
      outbox.meet(whole.epoch);
      const open = whole.view.item?.id;
      if (open && open !== item) outbox.opened(open);
      item = open;
    }
    if (contact === "here" && before !== "here") outbox.wake();
    if (contact === "gone") outbox.stop();
    before = contact;
  });
  await outbox.start();
  // A tab killed between the two left its text in both places: it is given already, and what is written next must not take its id.
  for (const { item, field, command } of outbox.entries) if (item && field) clearDraft(draftKey(session, item, field), command);
  return { session, live, outbox };
}

/** Who waited at the entrance and was not let in was never inside. */
export const turnedAway = ({ contact, bye, whole }: Standing): boolean => contact === "gone" && (bye === "seat.refused" || !!whole?.view.waits);

/** The item, the round and, when a scribe gives it, the guest that something is given for. */
export interface Place { item: string; round: number; for?: string }

/** A field of a form that is filled in for a guest, or for oneself. */
export const fieldFor = (guest: string | undefined, field: string): string => (guest ? `${guest}/${field}` : field);

/** Gives something in an item: the text leaves its field when it is safe in the outbox. */
export async function give({ session, outbox }: Room, place: Place, name: string, data: object, more: Along = {}): Promise<void> {
  const { item } = place;
  const along = { ...more, ...(more.field && { field: fieldFor(place.for, more.field) }) };
  if (along.slot) along.slot = fieldFor(place.for, along.slot);
  const key = along.field && draftKey(session, item, along.field);
  const command = key ? handDraft(key) : undefined;
  for (const old of outbox.entries) if (along.field && old.refused && old.item === item && old.field === along.field) void outbox.dismiss(old.command);
  await outbox.give({ session, ...place, name, data, ...along, ...(command && { command }) });
  if (key && command) clearDraft(key, command);
}

/** The outbox's entries as state of a component. */
export function useOutbox(outbox: Outbox): Outbox["entries"] {
  const [, changed] = useState({});
  useEffect(() => outbox.watch(() => changed({})), [outbox]);
  return outbox.entries;
}

/** What was given, as a kind's screen knows it. `upTo`: the number of the last entry that `mine` includes. */
export const gift = ({ name, data, note, slot, refused, received }: Entry, upTo = 0): Gift =>
  ({ name, data, note, slot, state: refused ? "refused" : received === undefined ? "kept" : "received", included: received !== undefined && received <= upTo });
