import { useEffect, useState } from "preact/hooks";
import type { Draft } from "./activity";
import { uuid } from "./id";
import { shelf, whole } from "./store";

/** `handed`: on its way into the outbox; what is written from now on is something else and gets an id of its own. */
interface Kept { text: string; command: string; handed?: true; words?: true }

const watchers = new Set<(key: string) => void>();
const tell = (key: string) => watchers.forEach(watcher => watcher(key));
// Another tab of this phone wrote or sent: its text is this one's too.
if (typeof addEventListener !== "undefined") addEventListener("storage", event => event.key?.startsWith("draft/") && tell(event.key));

export const draftKey = (session: string, item: string, field: string) => `draft/${session}/${item}/${field}`;

const read = (key: string): Kept | undefined => {
  return whole<Kept>(shelf.getItem(key), found => typeof found.text === "string");
};

export const draftText = (key: string): string => read(key)?.text ?? "";

/** Keeps a text with each keystroke: it is small, and a killed tab does not ask first. Its command id is made with its first letter. */
export function writeDraft(key: string, text: string, words?: true): void {
  const kept = read(key);
  const command = kept && !kept.handed ? kept.command : uuid();
  if (text === "") shelf.removeItem(key);
  else shelf.setItem(key, JSON.stringify({ text, command, words } satisfies Kept));
  tell(key);
}

/** The id under which this text is to be sent, the same in every tab. */
export const draftCommand = (key: string): string | undefined => read(key)?.command;

/** Takes the text out of writing, not yet out of its field: its id belongs to it alone from now on. */
export function handDraft(key: string): string | undefined {
  const kept = read(key);
  if (kept) shelf.setItem(key, JSON.stringify({ ...kept, handed: true } satisfies Kept));
  return kept?.command;
}

/** The text is safe in the outbox: forget it here, unless something new has been written meanwhile. */
export function clearDraft(key: string, command: string): void {
  if (draftCommand(key) === command) writeDraft(key, "");
}

/** A refused text goes back to its field, unless something new stands there; it gets a new id with it. */
export function giveBack(key: string, text: string): boolean {
  if (draftText(key) !== "") return false;
  writeDraft(key, text, true);
  return true;
}

/** How what was left in a field can still be sent, and since when it was left (ms). */
export const leaving = new Map<string, { send: () => void; at: number }>();

/** A person's own words in fields that are not on this page: their step is another one than the open. */
export function leftBehind(session: string, item: string | undefined): { key: string; text: string }[] {
  return [...new Set(shelf.keys())].flatMap(key => {
    const [kind, of, step, ...field] = key.split("/");
    const kept = kind === "draft" && of === session && step !== item && field.length === 1 && read(key);
    return kept && kept.words && !kept.handed && kept.text.trim() ? [{ key, text: kept.text }] : [];
  });
}

/** Calls back whenever a draft changes, until the returned function is called. */
export function watchDrafts(watcher: (key: string) => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** A field's text as state of a component. */
export function useDraft(key: string): Draft {
  const [text, set] = useState(() => draftText(key));
  useEffect(() => {
    set(draftText(key));
    return watchDrafts(changed => void (changed === key && set(draftText(key))));
  }, [key]);
  return { text, write: (value, words) => writeDraft(key, value, words), leave: send => leaving.set(key, { send, at: performance.now() }) };
}
