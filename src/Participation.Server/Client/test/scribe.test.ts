import { describe, expect, it } from "vitest";
import { Outbox } from "../src/outbox";
import { fieldFor, gift, give, type Room as Seat } from "../src/phone/room";
import { numberOf, seatGuest, withUnsent } from "../src/scribe/guests";
import { ownWords } from "../src/scribe/words";
import { draftKey, draftText, writeDraft } from "../src/drafts";
import { localStore, memory } from "../src/store";
import { Room } from "./room.double";

const guest = "11111111-1111-4111-8111-111111111111";
const book = { guests: [{ id: "known", number: 3 }], types: [], zones: [], tables: [] };
const seatEntry = (id: string, more = {}) => ({ command: id, at: 1, session: "s", name: seatGuest, data: { guest: id, zone: "north" }, ...more });
const none = new Set<string>();

const page = async (room: Room) => {
  const outbox = new Outbox("s", localStore(memory()), sent => room.send(sent), () => 0);
  await outbox.start();
  return { session: "s", outbox } as unknown as Seat;
};
const settled = async (outbox: Outbox) => {
  for (let i = 0; outbox.unsent().length > 0 && i < 1000; i++) await new Promise(resolve => setTimeout(resolve));
  expect(outbox.unsent()).toEqual([]);
};

describe("a scribe's guests", () => {
  it("can be written for before the server knows them, once each", () => {
    expect(withUnsent(book, [seatEntry("new"), seatEntry("known")], none).guests.map(x => [x.id, x.number])).toEqual([["known", 3], ["new", 0]]);
  });

  it("stay in the list between the receipt and the view that shows them", () => {
    const received = [seatEntry("new", { received: 7 })];
    expect(withUnsent(book, received, new Set(["new"])).guests).toHaveLength(2);
    expect(withUnsent(book, received, none)).toBe(book);
  });

  it("are not there when their seat was refused", () => {
    expect(withUnsent(book, [seatEntry("new", { refused: { code: "session.closed", text: {} } })], new Set(["new"]))).toBe(book);
  });

  it("have a number when the view says so", () => {
    expect(numberOf(book, "known")).toBe(3);
    expect(numberOf(book, "somebody")).toBe(0);
    expect(numberOf(undefined, "known")).toBe(0);
  });
});

describe("what a scribe gives", () => {
  it("names the guest, after the guest's seat, once, however often the line breaks", async () => {
    const fates = ["request lost", "answer lost", "arrives"] as const;
    let n = 0;
    const room = new Room(() => fates[n++ % 3]!);
    const seat = await page(room);
    await seat.outbox.give({ session: "s", name: seatGuest, data: { guest } });
    await give(seat, { item: "i", round: 1, for: guest }, "ideas.give", { text: "a" }, { field: "text", text: "a" });
    await settled(seat.outbox);
    expect(room.recorded.map(x => [x.name, x.for])).toEqual([[seatGuest, undefined], ["ideas.give", guest]]);
  });

  it("leaves the field of this guest alone when it is safe, and no other's", async () => {
    const key = (x: string) => draftKey("s", "i", fieldFor(x, "text"));
    writeDraft(key(guest), "mine");
    writeDraft(key("other"), "theirs");
    const seat = await page(new Room(() => "request lost"));
    await give(seat, { item: "i", round: 1, for: guest }, "ideas.give", { text: "mine" }, { field: "text", text: "mine" });
    expect([draftText(key(guest)), draftText(key("other"))]).toEqual(["", "theirs"]);
    seat.outbox.stop();
  });

  it("keeps two guests' ballots apart", async () => {
    const room = new Room(() => "request lost");
    const seat = await page(room);
    for (const who of ["first", guest, "other", guest]) await give(seat, { item: "i", round: 1, for: who }, "dot-vote.cast", { dots: { a: 1 } }, { slot: "dot-vote.cast/i" });
    room.fate = () => "arrives";
    await settled(seat.outbox);
    expect(room.recorded.map(x => x.for)).toEqual(["first", "other", guest]);
    expect(seat.outbox.entries.map(gift).every(x => x.state === "received")).toBe(true);
  });
});

it("a scribe's page has words of its own where a phone speaks of itself", () => {
  const t = ownWords((key, values) => ({ "scribe.locked": "own", "phone.locked": "phone's", "phone.line.here": "here" })[key] ?? key + (values ? "!" : ""));
  expect([t("phone.locked"), t("phone.line.here"), t("room.step")]).toEqual(["own", "here", "room.step"]);
});
