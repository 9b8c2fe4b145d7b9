import { uuid } from "../id";
import { shelf, whole } from "../store";
import type { LocalText, Language, Option } from "../views";

/** What stands at the entrance of a session. */
export interface Door {
  session: string;
  title: LocalText;
  language: Language;
  consent: LocalText;
  /** Who answers for the data, and where to turn; missing: nobody is named. */
  controller?: string;
  contact?: string;
  questions: { types: Option[]; zones: Option[] };
  tables: { id: string; name: string }[];
  seated: boolean;
  /** Which seat that is. */
  participant?: string;
  /** What that person said of themselves. */
  said?: Stated;
  /** Why nobody new gets in this way just now. */
  shut?: { code: string; text: LocalText };
}

/** How a person came: by a typed code, by the key in a link, or back to the address at which they sat. */
export type Way = { code: string } | { key: string } | { session: string };

export interface Stated { type?: string; zone?: string; table?: string }

export interface Answers extends Stated { language: Language }

/** The server said no, and why. Anything else that goes wrong is no answer, to be tried again. */
export class Refused extends Error {
  constructor(readonly code: string, readonly text?: LocalText) {
    super(code);
  }
}

/** The server answered that it cannot just now, and why. The same is asked again. */
export class Trouble extends Error {
  constructor(readonly text?: LocalText) {
    super("server in trouble");
  }
}

export const knock = (way: Way): Promise<Door> => ask<Door>(`/api/door?${new URLSearchParams(way)}`);

export const join = (way: Way, command: string, answers: Answers): Promise<{ session: string; participant: string }> =>
  ask("/api/join", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ ...way, command, consent: true, ...answers }) });

// A portal's page answers 200 with HTML: only JSON counts as the server's word.
async function ask<T>(path: string, more?: RequestInit): Promise<T> {
  const answer = await fetch(path, { cache: "no-store", ...more });
  if (!answer.headers.get("content-type")?.includes("json")) throw new Error("not the server");
  const body = (await answer.json()) as T & { code?: string; text?: LocalText };
  if (answer.ok) return body;
  if (answer.status >= 500) throw new Trouble(body.text);
  throw new Refused(body.code ?? String(answer.status), body.text);
}

/** The join's id, kept with the seat: asking again after a lost answer, or of a restored server, seats nobody twice. */
export function joining(session: string): string {
  const key = "join/" + session;
  const made = shelf.getItem(key) ?? uuid();
  shelf.setItem(key, made);
  return made;
}

/** What a phone remembers of a session that it was let into: the way back, what the door said, and what it answered there. */
export interface Memory { way: Way; door: Door; answers?: Answers }

export const remember = (memory: Memory): void => shelf.setItem("door/" + memory.door.session, JSON.stringify(memory));

/** The session that an address names, `/s/<session>`. */
const sessionOf = (path: string): string | undefined => /^\/s\/([\w-]{36})\/?$/.exec(path)?.[1];

/** The way back to a session whose address is all that this phone has left: the cookie still says who sits there. */
export function wayBack(path: string): Way | undefined {
  const session = sessionOf(path);
  return session ? { session } : undefined;
}

/** The session that an address names as this phone remembers it. */
export function recall(path: string): Memory | undefined {
  const session = sessionOf(path);
  const kept = session && shelf.getItem("door/" + session);
  return kept ? whole<Memory>(kept, ({ way, door }) => way && door.session === session && door.title && door.tables && door.questions.zones) : undefined;
}

const letters = /[^A-Z0-9]/g;

/** Codes have six characters, on a server in the open eight. */
export const isCode = (code: string): boolean => code.length === 6 || code.length === 8;

/** The code in what somebody typed or pasted: case, width, spaces and dashes do not matter, nor what stands before it. */
export function codeOf(typed: string): string {
  const text = typed.normalize("NFKC").toUpperCase();
  const all = text.replace(letters, "");
  const parts = [all, text.replace(/.*:/s, "").replace(letters, ""), ...text.split(letters).reverse()];
  return parts.find(isCode) ?? all;
}

/** The way that an address leads: `/q/<key>` or `/<CODE>`. Also understands a whole link pasted into the code's field. */
export function wayOf(path: string): Way | undefined {
  const text = path.normalize("NFKC");
  const key = /(?:^|\/)q\/([\w-]{8,})\/?(?![^\s?#])/.exec(text)?.[1];
  if (key) return { key };
  const code = /(?:^|https?:\/\/[^\s/]+)\/((?:[A-Za-z2-9]{6}|[A-Za-z2-9]{8}))\/?(?![^\s?#])/.exec(text)?.[1];
  return code ? { code: codeOf(code) } : undefined;
}
