import { useEffect, useState } from "preact/hooks";
import type { Along } from "../activity";
import { clearDraft, draftCommand, draftKey, giveBack } from "../drafts";
import { Live, pause } from "../live";
import { Outbox } from "../outbox";
import { openStore } from "../store";

/** A phone's place in a session: its live connection and what it gives. */
export interface Room {
  session: string;
  live: Live;
  outbox: Outbox;
}

/** Connects, and goes on sending what an earlier page of this phone left. */
export async function openRoom(session: string): Promise<Room> {
  const live = new Live(session, "participant");
  const outbox = new Outbox(session, await openStore(), sent => live.send(sent), pause);
  outbox.onRefused = ({ item, field, text }) => {
    if (item && field && text) giveBack(draftKey(session, item, field), text);
  };
  let before = live.standing.contact;
  live.watch(({ contact }) => {
    if (contact === "here" && before !== "here") outbox.wake();
    if (contact === "gone") outbox.stop();
    before = contact;
  });
  await outbox.start();
  // A tab killed between the two left its text in both places: it is given already, and what is written next must not take its id.
  for (const { item, field, command } of outbox.entries) if (item && field) clearDraft(draftKey(session, item, field), command);
  return { session, live, outbox };
}

/** Gives something in an item: the text leaves its field when it is safe in the outbox. */
export async function give({ session, outbox }: Room, item: string, round: number, name: string, data: object, along: Along = {}): Promise<void> {
  const key = along.field && draftKey(session, item, along.field);
  const command = key ? draftCommand(key) : undefined;
  for (const old of outbox.entries) if (along.field && old.refused && old.item === item && old.field === along.field) void outbox.dismiss(old.command);
  await outbox.give({ session, item, round, name, data, ...along, ...(command && { command }) });
  if (key && command) clearDraft(key, command);
}

/** The outbox's entries as state of a component. */
export function useOutbox(outbox: Outbox): Outbox["entries"] {
  const [, changed] = useState({});
  useEffect(() => outbox.watch(() => changed({})), [outbox]);
  return outbox.entries;
}
