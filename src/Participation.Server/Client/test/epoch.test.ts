import { afterEach, describe, expect, it } from "vitest";
import { Outbox } from "../src/outbox";
import { localStore, memory, type Store } from "../src/store";
import { Room } from "./room.double";

const open: Outbox[] = [];
afterEach(() => open.splice(0).forEach(x => x.stop()));

const room = new (class {
  server = new Room();
  send = (sent: Parameters<Room["send"]>[0]) => this.server.send(sent);
})();

async function page(store: Store, epoch: string): Promise<Outbox> {
  const outbox = new Outbox("s", store, room.send, () => 0);
  open.push(outbox);
  await outbox.start();
  outbox.meet(epoch);
  return outbox;
}
const give = (outbox: Outbox, text: string) => outbox.give({ session: "s", item: "i", name: "ideas.give", data: { text }, field: "text", text });
const settled = (outbox: Outbox) => new Promise<void>(resolve => {
  const look = () => void (outbox.unsent().length === 0 && (leave(), resolve()));
  const leave = outbox.watch(look);
  look();
});
const texts = () => room.server.recorded.map(x => (x.data as { text: string }).text);

/** A server restored from a copy that has only the first few of what was recorded. */
const restored = (kept: number) => {
  const copy = new Room();
  copy.recorded.push(...room.server.recorded.slice(0, kept));
  room.server = copy;
};

async function three(store: Store): Promise<Outbox> {
  room.server = new Room();
  const outbox = await page(store, "first life");
  for (const text of ["a", "b", "c"]) await give(outbox, text);
  await settled(outbox);
  expect(texts()).toEqual(["a", "b", "c"]);
  return outbox;
}

describe("a server that was restored from a backup", () => {
  it("gets what it lacks in the order of giving, and nothing twice", async () => {
    const outbox = await three(localStore(memory()));
    restored(1);
    outbox.meet("second life");
    expect(outbox.unsent().every(x => x.again)).toBe(true);
    await settled(outbox);
    expect(texts()).toEqual(["a", "b", "c"]);
    expect(room.server.asked).toHaveLength(3);
    expect(outbox.entries.every(x => x.received !== undefined && x.epoch === "second life")).toBe(true);
  });

  it("is not asked again while it lives the same life", async () => {
    const store = localStore(memory());
    const outbox = await three(store);
    outbox.meet("first life");
    const reopened = await page(store, "first life");
    await settled(reopened);
    expect(room.server.asked).toHaveLength(3);
  });

  it("gets it also from a page that was reloaded meanwhile, or killed while it sent again", async () => {
    const store = localStore(memory());
    (await three(store)).stop();
    restored(0);
    const killed = await page(store, "second life");
    for (let turns = 0; turns < 7; turns++) await Promise.resolve();
    killed.stop();
    const reopened = await page(store, "second life");
    await settled(reopened);
    expect(texts()).toEqual(["a", "b", "c"]);
  });

  it("and gets it in its time where the step was not open yet", async () => {
    const outbox = await three(localStore(memory()));
    restored(1);
    room.server.answer = () => ({ code: "step.not-open", retry: false });
    outbox.meet("second life");
    await settled(outbox);
    expect(outbox.entries.map(x => x.refused?.code)).toEqual([undefined, "step.not-open", "step.not-open"]);
    room.server.answer = () => undefined;
    outbox.opened("another");
    expect(outbox.unsent()).toEqual([]);
    outbox.opened("i");
    await settled(outbox);
    expect(texts()).toEqual(["a", "b", "c"]);
  });

  it("gets no remains of a secret ballot, whose choice the phone has forgotten", async () => {
    const store = localStore(memory());
    const outbox = await three(store);
    await outbox.give({ session: "s", item: "v", name: "dot-vote.cast", data: { dots: { a: 1 } }, secret: {} });
    await settled(outbox);
    restored(1);
    outbox.meet("second life");
    await settled(outbox);
    expect(texts()).toEqual(["a", "b", "c"]);
    const reopened = await page(store, "second life");
    expect(reopened.entries.map(x => x.text)).toEqual(["a", "b", "c"]);
  });

  it("may live again and again", async () => {
    const outbox = await three(localStore(memory()));
    for (let life = 2; life < 6; life++) {
      restored(life % 3);
      outbox.meet(`life ${life}`);
      await settled(outbox);
      expect(texts()).toEqual(["a", "b", "c"]);
    }
  });

  it("finds no more than the last five hundred on a phone", async () => {
    room.server = new Room();
    const store = localStore(memory());
    const outbox = await page(store, "first life");
    for (let n = 0; n < 505; n++) await give(outbox, String(n));
    await settled(outbox);
    // The five that were put away leave the store after their receipts.
    await expect.poll(async () => (await store.all()).length).toBe(500);
  }, 20_000);
});
