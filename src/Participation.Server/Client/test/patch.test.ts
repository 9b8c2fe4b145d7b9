import { applyPatch, createPatch } from "rfc6902";
import { describe, expect, it } from "vitest";
import { apply, type Step } from "../src/patch";
import { chance, diff, json, somewhere } from "./random";

/** Whether the other implementation takes a step; it changes the document itself. One into a text is an exception there. */
function takes(document: unknown, step: Step): boolean {
  try {
    return applyPatch(document, [step])[0] === null;
  } catch {
    return false;
  }
}

describe("apply", () => {
  it("turns a document into the other one by their differences, for a thousand random pairs", () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const next = chance(seed);
      const [before, after] = [json(next, 4), json(next, 4)];
      expect(apply(before, diff(before, after)), `seed ${seed}`).toEqual(after);
    }
  });

  it("turns one into the other by the differences that another implementation of the standard finds", () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const next = chance(seed);
      const [before, after] = [json(next, 4), json(next, 4)];
      const steps = createPatch(before, after) as Step[];
      expect(steps.filter(x => !["add", "remove", "replace"].includes(x.op))).toEqual([]);
      expect(apply(before, steps), `seed ${seed}`).toEqual(after);
    }
  });

  it("does what another implementation of the standard does, and refuses what that refuses", () => {
    const times = { done: 0, refused: 0 };
    for (let seed = 1; seed <= 2000; seed++) {
      const next = chance(seed);
      let document: unknown = [json(next, 3), json(next, 3)];
      for (let n = 0; n < 3; n++) {
        const [step, other] = [somewhere(next, document), structuredClone(document)];
        const told = `seed ${seed}: ${JSON.stringify(step)} on ${JSON.stringify(document)}`;
        const done = takes(other, step);
        times[done ? "done" : "refused"]++;
        if (!done) expect(() => apply(document, [step]), told).toThrow();
        else expect(document = apply(document, [step]), told).toEqual(other);
      }
    }
    expect(Math.min(times.done, times.refused)).toBeGreaterThan(1000);
  });

  it("leaves the document that it was given alone", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const next = chance(seed);
      const [before, after] = [json(next, 4), json(next, 4)];
      const copy = structuredClone(before);
      apply(before, diff(before, after));
      expect(before, `seed ${seed}`).toEqual(copy);
    }
  });

  it("keeps the reference of what no step touches", () => {
    const document = { cards: [{ id: "IM-001" }, { id: "IM-002" }], item: { title: "x" } };
    const after = apply(document, [{ op: "replace", path: "/cards/1/id", value: "IM-003" }]);
    expect(after.item).toBe(document.item);
    expect(after.cards[0]).toBe(document.cards[0]);
    expect(after.cards[1]).not.toBe(document.cards[1]);
  });

  it.each<[string, unknown, Step, unknown]>([
    ["adds at the end of a list", [1], { op: "add", path: "/-", value: 2 }, [1, 2]],
    ["inserts into a list", [1, 3], { op: "add", path: "/1", value: 2 }, [1, 2, 3]],
    ["removes from a list", [1, 2], { op: "remove", path: "/0" }, [2]],
    ["reads ~1 as slash and ~0 as tilde", { "a/b": 1, "~": 1 }, { op: "replace", path: "/a~1b", value: 2 }, { "a/b": 2, "~": 1 }],
    ["reads ~01 as ~1", { "~1": 1 }, { op: "replace", path: "/~01", value: 2 }, { "~1": 2 }],
    ["replaces the whole", { a: 1 }, { op: "replace", path: "", value: 7 }, 7],
    ["knows a member with an empty name", { "": 1 }, { op: "replace", path: "/", value: 2 }, { "": 2 }],
  ])("%s", (_, document, step, expected) => expect(apply(document, [step])).toEqual(expected));

  it.each<[string, unknown, Step]>([
    ["a missing member", {}, { op: "replace", path: "/a", value: 1 }],
    ["a missing parent", {}, { op: "add", path: "/a/b", value: 1 }],
    ["a place behind the list", [1], { op: "add", path: "/2", value: 1 }],
    ["a place that is no number", [1], { op: "remove", path: "/x" }],
    ["a parent that is text", { a: "text" }, { op: "add", path: "/a/b", value: 1 }],
  ])("refuses %s", (_, document, step) => expect(() => apply(document, [step])).toThrow());

  it("cannot reach a prototype", () => {
    const after = apply({} as Record<string, unknown>, [{ op: "add", path: "/__proto__", value: { evil: true } }]);
    expect(({} as Record<string, unknown>).evil).toBeUndefined();
    expect(Object.keys(after)).toEqual(["__proto__"]);
  });
});
