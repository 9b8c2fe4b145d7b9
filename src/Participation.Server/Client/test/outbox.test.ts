import { afterEach, describe, expect, it } from "vitest";
import { Outbox } from "../src/outbox";
import { localStore, memory, type Store } from "../src/store";
import { chance } from "./random";
import { Room } from "./room.double";

const open: Outbox[] = [];
afterEach(() => open.splice(0).forEach(x => x.stop()));

async function page(room: Room, store: Store): Promise<Outbox> {
  const outbox = new Outbox("s", store, room.send, () => 0);
  open.push(outbox);
  await outbox.start();
  return outbox;
}

const idea = (text: string) => ({ session: "s", item: "i", name: "ideas.give", data: { text }, field: "text", text });
const settled = (outbox: Outbox) => new Promise<void>(resolve => {
  const look = () => void (outbox.unsent().length === 0 && (leave(), resolve()));
  const leave = outbox.watch(look);
  look();
});

describe("the outbox", () => {
  it("sends one at a time, in the order of giving", async () => {
    const room = new Room();
    const outbox = await page(room, localStore(memory()));
    await Promise.all(["a", "b", "c"].map(x => outbox.give(idea(x))));
    await settled(outbox);
    expect(room.recorded.map(x => (x.data as { text: string }).text)).toEqual(["a", "b", "c"]);
    expect(room.mostAtOnce).toBe(1);
    expect(outbox.entries.every(x => x.received !== undefined)).toBe(true);
  });

  it("lets a whole ballot take the place of one that waits, and no words with it", async () => {
    const store = localStore(memory());
    // As a page of an earlier version may have left it.
    for (const [at, text] of ["first", "second"].entries()) await store.put({ command: text, at, session: "s", item: "i", name: "x.say", data: { text }, text, slot: "i" });
    const outbox = new Outbox("s", store, () => new Promise(() => {}), () => 0);
    open.push(outbox);
    await outbox.start();
    for (let n = 1; n <= 3; n++) await outbox.give({ session: "s", item: "i", name: "dot-vote.cast", data: { dots: { a: n } }, slot: "i" });
    // @ts-expect-error: words in a slot
    const wrong: Parameters<Outbox["give"]>[0] = { session: "s", name: "x.say", data: {}, text: "third", slot: "i" };
    expect(wrong.text).toBe("third");
    expect(outbox.entries.map(x => x.text ?? x.data)).toEqual(["first", "second", { dots: { a: 3 } }]);
  });

  it("forgets what a secret ballot said as soon as there is an answer, in its store too", async () => {
    const store = localStore(memory());
    const outbox = await page(new Room(), store);
    await outbox.give({ session: "s", item: "i", name: "opinions.vote", data: { statement: "OP-001", vote: "agree" }, secret: { statement: "OP-001" } });
    await settled(outbox);
    outbox.stop();
    expect(outbox.entries[0]!.data).toEqual({ statement: "OP-001" });
    expect(JSON.stringify(await store.all())).not.toContain("agree");
  });

  it("keeps nothing of what was erased on the server, in its store neither", async () => {
    const store = localStore(memory());
    const outbox = await page(new Room(), store);
    await outbox.give(idea("my secret"));
    await settled(outbox);
    await outbox.forget();
    expect(outbox.entries).toEqual([]);
    expect(JSON.stringify(await store.all())).not.toContain("my secret");
  });

  it("sends the same id until a receipt came, however often requests or answers are lost", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const next = chance(seed);
      const room = new Room(() => (["arrives", "request lost", "answer lost", "portal"] as const)[Math.floor(next() * 4)]!);
      const outbox = await page(room, localStore(memory()));
      await Promise.all(["a", "b", "c", "d"].map(x => outbox.give(idea(x))));
      await settled(outbox);
      expect(room.recorded.map(x => (x.data as { text: string }).text), `seed ${seed}`).toEqual(["a", "b", "c", "d"]);
    }
  });

  it("sends what came too fast again by itself, without a word when that helps", async () => {
    const room = new Room();
    let refusals = 3;
    const said: (string | undefined)[] = [];
    const outbox = new Outbox("s", localStore(memory()), async sent => refusals-- > 0
      ? { number: 0, refused: { code: "command.too-fast", text: { en: "", it: "", de: "" }, retry: true } }
      : room.send(sent), () => 0);
    open.push(outbox);
    outbox.watch(() => said.push(outbox.waiting?.code));
    await outbox.start();
    await Promise.all(["a", "b"].map(x => outbox.give(idea(x))));
    await settled(outbox);
    expect(room.recorded.map(x => (x.data as { text: string }).text)).toEqual(["a", "b"]);
    expect(outbox.waiting).toBeUndefined();
    expect(said.includes("command.too-fast")).toBe(true);
    expect(said[0]).toBeUndefined();
  });

  it("goes on after the tab was killed, once for each text", async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const next = chance(seed);
      const room = new Room(() => (next() < 0.5 ? "answer lost" : "request lost"));
      const store = localStore(memory());
      const killed = await page(room, store);
      await Promise.all(["a", "b", "c"].map(x => killed.give(idea(x))));
      for (let turns = Math.floor(next() * 20); turns > 0; turns--) await Promise.resolve();
      killed.stop();
      room.fate = () => "arrives";
      const reopened = await page(room, store);
      await settled(reopened);
      expect(room.recorded.map(x => (x.data as { text: string }).text).sort(), `seed ${seed}`).toEqual(["a", "b", "c"]);
    }
  });

  it("keeps the entry on a refusal for now, and says why", async () => {
    const room = new Room();
    let times = 0;
    room.answer = () => (times++ < 3 ? { code: "journal.full", retry: true } : undefined);
    const outbox = await page(room, localStore(memory()));
    const reasons = new Set<string | undefined>();
    outbox.watch(() => reasons.add(outbox.waiting?.code));
    await outbox.give(idea("a"));
    await settled(outbox);
    expect(times).toBe(4);
    expect(new Set(room.asked.map(x => x.command)).size).toBe(1);
    expect(reasons).toContain("journal.full");
    expect(outbox.waiting).toBeUndefined();
  });

  it("gives the text back on a final refusal, keeps it over a reload until it is dismissed, and goes on with the next", async () => {
    const room = new Room();
    room.answer = sent => ((sent.data as { text: string }).text === "late" ? { code: "step.closed", retry: false } : undefined);
    const store = localStore(memory());
    const outbox = await page(room, store);
    const returned: (string | undefined)[] = [];
    outbox.onRefused = entry => void returned.push(entry.text);
    await outbox.give(idea("late"));
    await outbox.give(idea("next"));
    await settled(outbox);
    expect(returned).toEqual(["late"]);
    expect(room.recorded).toHaveLength(1);
    const reopened = await page(room, store);
    expect(reopened.entries.map(x => [x.text, x.refused?.code])).toEqual([["late", "step.closed"], ["next", undefined]]);
    await reopened.dismiss(reopened.entries[0]!.command);
    expect((await store.all()).map(x => x.text)).toEqual(["next"]);
  });

  it("lets two tabs of a phone send the same entry: it counts once", async () => {
    const room = new Room();
    const store = localStore(memory());
    room.fate = () => "request lost";
    const first = await page(room, store);
    await first.give(idea("a"));
    const second = await page(room, store);
    room.fate = () => "arrives";
    await Promise.all([settled(first), settled(second)]);
    expect(room.recorded).toHaveLength(1);
  });

  it("keeps the id of a text that two tabs give at once", async () => {
    const room = new Room();
    const store = localStore(memory());
    const [first, second] = [await page(room, store), await page(room, store)];
    await Promise.all([first, second].map(x => x.give({ ...idea("a"), command: "the-draft's-own" })));
    await Promise.all([settled(first), settled(second)]);
    expect(room.recorded.map(x => x.command)).toEqual(["the-draft's-own"]);
  });

  it("lets a later ballot take the place of one that still waits behind the first", async () => {
    const room = new Room(() => "request lost");
    const outbox = await page(room, localStore(memory()));
    for (let n = 1; n <= 5; n++) await outbox.give({ session: "s", item: "i", name: "dot-vote.cast", data: { dots: { a: n } }, slot: "i" });
    room.fate = () => "arrives";
    await settled(outbox);
    expect(room.recorded.map(x => x.data)).toEqual([{ dots: { a: 1 } }, { dots: { a: 5 } }]);
  });

  it("sends also where nothing can be stored", async () => {
    const room = new Room();
    const no = () => Promise.reject(new Error("quota"));
    const outbox = await page(room, { all: no, put: no, remove: no });
    await outbox.give(idea("a"));
    await settled(outbox);
    expect(room.recorded).toHaveLength(1);
  });

  it("leaves other sessions' entries where they are", async () => {
    const room = new Room();
    const store = localStore(memory());
    await store.put({ ...idea("elsewhere"), session: "other", command: "x", at: 1 });
    const outbox = await page(room, store);
    await outbox.give(idea("here"));
    await settled(outbox);
    expect(room.recorded).toHaveLength(1);
    expect(await store.all()).toHaveLength(2);
  });
});
