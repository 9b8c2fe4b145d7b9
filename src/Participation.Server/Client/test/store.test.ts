import { describe, expect, it } from "vitest";
import { Outbox } from "../src/outbox";
import { type Entry, layered, localStore, memory, type Store } from "../src/store";
import { Room } from "./room.double";

const entry = (command: string, text = command): Entry => ({ command, at: 1, session: "s", name: "ideas.give", data: { text }, text });
const texts = async (store: Store) => (await store.all()).map(x => x.text).sort();

describe("what a phone keeps", () => {
  it("is on the shelf the moment it is given, however long the database takes, also behind another that is being written", async () => {
    const [shelf, never] = [localStore(memory()), new Promise<void>(() => {})];
    const store = layered(shelf, Promise.resolve({ ...localStore(memory()), put: () => never }));
    await store.opened;
    const outbox = new Outbox("s", store, new Room(() => "request lost").send, () => 1_000);
    for (const text of ["a", "b"]) void outbox.give({ session: "s", item: "i", name: "ideas.give", data: { text }, text });
    expect(await texts(shelf)).toEqual(["a", "b"]);
    outbox.stop();
  });

  it("passes over what is damaged on the shelf", async () => {
    const on = memory();
    for (const [n, damaged] of ["", "{", "null", "9", "{}"].entries()) on.setItem(`outbox/${n}`, damaged);
    const store = localStore(on);
    await store.put(entry("a"));
    expect(await texts(store)).toEqual(["a"]);
  });

  it("moves to the database, and leaves it with the word of its writer", async () => {
    const [shelf, database] = [localStore(memory()), localStore(memory())];
    const store = layered(shelf, Promise.resolve(database));
    await store.opened;
    await store.put(entry("a"));
    expect([await texts(shelf), await texts(database), await texts(store)]).toEqual([[], ["a"], ["a"]]);
    await store.remove("a");
    expect(await texts(store)).toEqual([]);
  });

  it("is there also from a database that opens late, with what came meanwhile", async () => {
    const [shelf, database] = [localStore(memory()), localStore(memory())];
    await database.put(entry("before"));
    let open = (_: Store) => {};
    const store = layered(shelf, new Promise<Store>(resolve => (open = resolve)));
    await store.put(entry("meanwhile"));
    expect(await texts(store)).toEqual(["meanwhile"]);
    open(database);
    await store.opened;
    expect([await texts(shelf), await texts(store)]).toEqual([[], ["before", "meanwhile"]]);
  });

  it("is said to be kept only where something keeps it: a full device is told of, and what was given is sent all the same", async () => {
    const full = { ...memory(), keeps: () => false };
    const store = layered(localStore(full), Promise.resolve({ ...localStore(memory()), put: () => Promise.reject(new Error("quota")) }));
    await store.opened;
    const room = new Room(() => "request lost");
    const outbox = new Outbox("s", store, room.send, () => 0);
    await outbox.give({ session: "s", item: "i", name: "ideas.give", data: { text: "a" }, text: "a" });
    expect(outbox.unkept).toBe(true);
    room.fate = () => "arrives";
    await expect.poll(() => room.recorded.length).toBe(1);
    await expect.poll(() => outbox.unkept).toBe(false);
    outbox.stop();
  });

  it("is kept where the database is full and the shelf is not", async () => {
    const shelf = localStore(memory());
    const store = layered(shelf, Promise.resolve({ ...localStore(memory()), put: () => Promise.reject(new Error("quota")) }));
    await store.opened;
    await store.put(entry("a"));
    expect(await texts(shelf)).toEqual(["a"]);
  });

  it("stays on the shelf where there is no database", async () => {
    const shelf = localStore(memory());
    const store = layered(shelf, Promise.reject(new Error("forbidden")));
    await store.opened;
    await store.put(entry("a"));
    expect([await texts(shelf), await texts(store)]).toEqual([["a"], ["a"]]);
  });
});
