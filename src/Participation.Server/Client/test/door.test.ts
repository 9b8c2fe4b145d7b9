import { afterEach, describe, expect, it, vi } from "vitest";
import { codeOf, isCode, join, recall, remember, Trouble, wayBack, wayOf } from "../src/phone/door";
import { shelf } from "../src/store";
import { persist } from "../src/phone/persist";
import { spoken } from "../src/projector/address";

describe("the way in", () => {
  it.each(["K7M2PX", "k7m2px", " K7M 2PX ", "k7m-2px", "K7M2PX\n", "Code: K7M2PX", "Il codice è K7M2PX.", "Code: K7M 2PX", "Ｋ７Ｍ２ＰＸ", "ｋ７ｍ２ｐｘ"])("reads %j as the same code", typed => expect(codeOf(typed)).toBe("K7M2PX"));

  it("reads a long code in two groups of four, as it is said", () => expect(codeOf(spoken("K7M2PX9Q"))).toBe("K7M2PX9Q"));

  it.each<[string, boolean]>([["K7M2P", false], ["K7M2PX", true], ["K7M2PX9", false], ["K7M2PX9Q", true], [codeOf("K7M2PX9QZ"), false]])("takes %j for a code: %j", (code, is) => expect(isCode(code)).toBe(is));

  it.each<[string, unknown]>([
    ["/", undefined],
    ["/q/Zm9vYmFyLWtleQ_1", { key: "Zm9vYmFyLWtleQ_1" }],
    ["/K7M2PX", { code: "K7M2PX" }],
    ["/k7m2px/", { code: "K7M2PX" }],
    ["http://192.168.1.20:5080/q/Zm9vYmFyLWtleQ_1", { key: "Zm9vYmFyLWtleQ_1" }],
    ["http://192.168.1.20:5080/K7M2PX", { code: "K7M2PX" }],
    ["http://192.168.1.20:5080/q/Zm9vYmFyLWtleQ_1?utm_source=mail&utm_medium=x", { key: "Zm9vYmFyLWtleQ_1" }],
    ["http://192.168.1.20:5080/K7M2PX#start", { code: "K7M2PX" }],
    ["Take part: http://192.168.1.20:5080/K7M2PX?utm_source=mail until five", { code: "K7M2PX" }],
    ["ｈｔｔｐ://192.168.1.20:5080/Ｋ７Ｍ２ＰＸ", { code: "K7M2PX" }],
    ["http://192.168.1.20:5080/K7M2PX9?utm", undefined],
    ["/K7M2PX9Q", { code: "K7M2PX9Q" }],
    ["/K7M2PX9", undefined],
    ["/phone.html", undefined],
    ["/console", undefined],
  ])("goes from %s to %j", (path, way) => expect(wayOf(path)).toEqual(way));
});

describe("what a phone remembers of a session", () => {
  const session = "01a220bb-d4e0-7b0e-82f3-b435de9d9e65";
  const door = { session, title: { en: "T", it: "T", de: "T" }, language: "en", consent: { en: "", it: "", de: "" }, questions: { types: [], zones: [] }, tables: [], seated: true } as const;
  afterEach(() => shelf.removeItem("door/" + session));

  it("leads back", () => {
    remember({ way: { code: "K7M2PX" }, door: { ...door, questions: { types: [], zones: [] }, tables: [] } });
    expect(recall("/s/" + session)?.door.title.en).toBe("T");
  });

  it.each(["", "{", "null", "5", "{}", '{"way":{"code":"K7M2PX"}}', '{"way":{"code":"K7M2PX"},"door":{"session":"other"}}'])("counts as nothing when it is damaged: %j", damaged => {
    shelf.setItem("door/" + session, damaged);
    expect(recall("/s/" + session)).toBeUndefined();
  });
});

describe("the address of a session", () => {
  it("is a way back when it is all that the phone has left", () => {
    expect(wayBack("/s/0198c0de-0000-7000-8000-000000000001")).toEqual({ session: "0198c0de-0000-7000-8000-000000000001" });
    expect(wayBack("/K7M2PX")).toBeUndefined();
  });
});

describe("a server that cannot seat anybody just now", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is asked again, and what it said is told meanwhile", async () => {
    const text = { en: "not just now", it: "non ora", de: "gerade nicht" };
    const json = (status: number, body: object) => new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
    const answers = [json(503, { code: "seat.not-now", text }), json(200, { session: "s", participant: "p" })];
    vi.stubGlobal("fetch", () => Promise.resolve(answers.shift()));
    vi.stubGlobal("setTimeout", (go: () => void) => queueMicrotask(go));
    vi.stubGlobal("addEventListener", () => {});
    const told: unknown[] = [];
    const seat = await persist(() => join({ code: "K7M2PX" }, "id", { language: "en" }), error => told.push(error));
    expect(seat.participant).toBe("p");
    expect(told.map(each => each instanceof Trouble && each.text)).toEqual([text]);
  });
});
