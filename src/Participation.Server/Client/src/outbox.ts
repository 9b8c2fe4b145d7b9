import type { Replaced, Typed } from "./activity";
import { uuid } from "./id";
import type { Receipt, Sent } from "./live";
import type { Entry, Store } from "./store";

/** What an entry is made from. */
export type Given = Pick<Entry, "session" | "name" | "item" | "round" | "for" | "data" | "field" | "note" | "secret"> & (Replaced | Typed) & { command?: string };

// Of what was received a phone keeps so many: more than anybody gives in a day.
const most = 500;

type Pause = (attempt: number) => number;

/**
 * Sends what a person gave, one command at a time in order, for ever, until a receipt came; survives reload and tab kill.
 * Two tabs may send the same command: it carries the same id, so it counts once.
 */
export class Outbox {
  entries: readonly Entry[] = [];
  /** The reason why the first one waits, when the server named one. */
  waiting?: Receipt["refused"];
  onReceived: (entry: Entry) => void = () => {};
  onRefused: (entry: Entry) => void = () => {};
  private readonly watchers = new Set<() => void>();
  private readonly other = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("outbox");
  private readonly homeless = new Map<string, Entry>();
  private writing: Promise<void> = Promise.resolve();
  private running = false;
  private stopped = false;
  private attempt = 0;
  private last = 0;
  private epoch?: string;
  private rouse = () => {};

  constructor(
    private readonly session: string,
    private readonly store: Store,
    private readonly send: (sent: Sent) => Promise<Receipt>,
    private readonly pause: Pause,
  ) {
    if (this.other) this.other.onmessage = () => void this.read().then(() => this.wake());
  }

  /** Reads what an earlier page left and goes on with it. */
  async start(): Promise<void> {
    await this.read();
    this.wake();
  }

  stop(): void {
    this.stopped = true;
    this.rouse();
    this.other?.close();
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Resolves when the entry is safe on the phone. The screen knows it at once. */
  async give(given: Given): Promise<Entry> {
    this.last = Math.max(Date.now(), this.last + 1);
    const entry: Entry = { ...given, command: given.command ?? uuid(), at: this.last };
    // The first one that waits may be on its way already: only those behind it may give way. Words never do, whatever an older page put beside them.
    const overtaken = entry.slot ? this.unsent().slice(1).filter(x => x.slot === entry.slot && x.text === undefined) : [];
    // Shown at once; until it is stored here, its text still stands in its field's draft, which is.
    this.change([...this.entries.filter(x => !overtaken.includes(x) && x.command !== entry.command), entry]);
    await this.keep(entry);
    for (const old of overtaken) await this.store.remove(old.command);
    this.tellOthers();
    this.wake();
    return entry;
  }

  /** Takes a refused entry off the list: its writer has seen it. */
  async dismiss(command: string): Promise<void> {
    this.change(this.entries.filter(x => x.command !== command));
    await this.store.remove(command);
    this.tellOthers();
  }

  /** What was erased on the server leaves this device too, or a restored server would get it again. */
  async forget(): Promise<void> {
    for (const old of this.entries) await this.dismiss(old.command);
  }

  /** Which life of the server's file answers now. What another one received may be missing there (it is a restored backup): it is sent once more, under its id. */
  meet(epoch: string): void {
    if (epoch === this.epoch) return;
    this.epoch = epoch;
    for (const old of this.entries) if (this.forgotten(old)) void this.dismiss(old.command);
    this.renew(x => this.current(x));
  }

  /** A step opened: what it refused because it was not open yet after a restore is tried once more. */
  opened(item: string): void {
    this.renew(x => (x.again && x.refused && x.item === item ? without(x, "refused") : x));
  }

  /** This device takes nothing more: something unsent lives no longer than the page. */
  get unkept(): boolean {
    return this.unsent().some(x => this.homeless.has(x.command));
  }

  unsent(): Entry[] {
    return this.entries.filter(x => x.received === undefined && !x.refused);
  }

  /** Tries at once: the connection is back, or somebody asked. */
  wake(): void {
    this.attempt = 0;
    this.rouse();
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let first = this.unsent()[0]; first && !this.stopped; first = this.unsent()[0]) {
      const epoch = this.epoch;
      const receipt = await this.ask(first);
      if (receipt && !receipt.refused?.retry) await this.settle({ ...first, ...(epoch && { epoch }) }, receipt);
      else await this.rest(receipt?.refused);
    }
    this.running = false;
  }

  // Anything that is not a receipt (a portal's page, a broken line) is no answer.
  private async ask({ command, name, item, for: guest, data }: Entry): Promise<Receipt | undefined> {
    try {
      const receipt = await this.send({ command, name, data, ...(item && { item }), ...(guest && { for: guest }) });
      return typeof receipt?.number === "number" ? receipt : undefined;
    } catch {
      return undefined;
    }
  }

  private async settle(entry: Entry, { number, refused }: Receipt): Promise<void> {
    this.attempt = 0;
    this.waiting = undefined;
    const told = entry.secret ? { ...entry, data: entry.secret } : entry;
    const settled: Entry = refused ? { ...told, refused: { code: refused.code, text: refused.text } } : { ...told, received: number };
    this.change(this.entries.map(x => (x.command === entry.command ? settled : x)));
    await this.keep(settled);
    const received = this.entries.filter(x => x.received !== undefined);
    if (received.length > most) await this.dismiss(received[0]!.command);
    this.tellOthers();
    (refused ? this.onRefused : this.onReceived)(settled);
  }

  private earlier(entry: Entry): boolean {
    return entry.received !== undefined && !!this.epoch && entry.epoch !== this.epoch;
  }

  // A secret ballot's choice is not here any more: what is left of it must not go as a ballot. The server's view says whether it is to be cast anew.
  private forgotten(entry: Entry): boolean {
    return !!entry.secret && this.earlier(entry);
  }

  private current(entry: Entry): Entry {
    return !this.earlier(entry) ? entry : { ...without(entry, "received"), ...(entry.epoch && { again: true }) };
  }

  private renew(change: (entry: Entry) => Entry): void {
    const before = this.entries;
    this.change(before.map(change));
    for (const entry of this.entries.filter(x => !before.includes(x))) void this.keep(entry);
    this.wake();
  }

  private rest(reason: Receipt["refused"]): Promise<void> {
    // Quick hands are sent a moment later: nothing that anybody has to read.
    if (reason?.code === "command.too-fast" && this.attempt === 0) reason = undefined;
    if (this.waiting?.code !== reason?.code) {
      this.waiting = reason;
      this.change(this.entries);
    }
    return new Promise(resolve => {
      this.rouse = resolve;
      setTimeout(resolve, this.pause(this.attempt++));
    });
  }

  // Full or forbidden storage must not keep a contribution from being sent: it then lives in memory alone.
  // Asked for at once, not behind what is being written: the store has its first hold on it when this returns.
  private keep(entry: Entry): Promise<void> {
    const kept = this.store.put(entry).then(() => void this.homeless.delete(entry.command), () => {
      this.homeless.set(entry.command, entry);
      this.change(this.entries);
    });
    return (this.writing = Promise.all([this.writing, kept]).then(() => {}));
  }

  private async read(): Promise<void> {
    let known: Entry[];
    let seen: Promise<void>;
    do {
      await (seen = this.writing);
      known = await this.store.all().catch(() => []);
    } while (seen !== this.writing);
    const stored = known.filter(x => x.session === this.session && !this.homeless.has(x.command) && !this.forgotten(x)).map(x => this.current(x));
    this.change([...stored, ...this.homeless.values()].sort((a, b) => a.at - b.at || (a.command < b.command ? -1 : 1)));
  }

  // A closed page tells nobody any more.
  private tellOthers(): void {
    if (!this.stopped) this.other?.postMessage(0);
  }

  private change(entries: readonly Entry[]): void {
    this.entries = entries;
    this.watchers.forEach(watcher => watcher());
  }
}

function without(entry: Entry, member: "received" | "refused"): Entry {
  const { [member]: _, ...rest } = entry;
  return rest;
}
