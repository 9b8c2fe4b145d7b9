import { describe, expect, it } from "vitest";
import { isFolded } from "../src/console/folds";
import { about, firstWords } from "../../../Participation/Activities/Clusters/first";
import { meant } from "../../../Participation/Activities/Clusters/tree";
import { mostAlike, unlinked } from "../../../Participation/Activities/Clusters/likeness";
import type { ClustersView } from "../../../Participation/Activities/Clusters/views";
import type { Card } from "../src/views";

const card = (id: string, text: string, near?: string): Card => ({ id, text, near, phoneless: false, pinned: false, status: "shown" });

describe("the first words of a card", () => {
  it("are the whole text where there is room", () => expect(firstWords("  A bus\n at night ", 20)).toBe("A bus at night"));

  it("end with a whole word, without the comma that followed it", () => expect(firstWords("Trees, benches and shade on every square", 16)).toBe("Trees, benches…"));

  it("are whole signs where a text has no words", () => {
    expect(firstWords("地域の将来を一緒に考える", 5)).toBe("地域の将来…");
    // A family is one sign of five; half of it would be somebody else's.
    expect(firstWords("ab👨\u200d👩\u200d👧cd", 5)).toBe("ab…");
    expect(firstWords("cafe\u0301s", 4)).toBe("caf…");
  });
});

describe("a cluster where one chooses among them", () => {
  const cards = new Map([card("IM-001", "A bus that runs at night"), card("IM-002", "One counter for permits of all the municipalities"), card("IM-003", "Shade")].map(x => [x.id, x]));

  it("says its sentence, or what its first cards say", () => {
    expect(about({ id: "a", name: "Nobody waits in the dark", cards: ["IM-001"] }, cards)).toBe("Nobody waits in the dark");
    expect(about({ id: "a", cards: ["IM-001", "IM-002", "IM-003"] }, cards)).toBe("A bus that runs at night · One counter for permits of all the…");
    expect(about({ id: "a", cards: [] }, cards)).toBe("");
  });

  it("is meant by its letter, large or small, and by its number; by nothing else", () => {
    const clusters = ["first", "second", "third"];
    expect(["a", "B", "3", "d", "0", "4", "Enter", "ß"].map(x => meant(x, clusters))).toEqual(["first", "second", "third", undefined, undefined, undefined, undefined, undefined]);
  });
});

describe("cards that say the same", () => {
  const cards = [card("IM-001", "Trees along every road"), card("IM-002", "Shade on the square"), card("IM-003", "Every road: trees along!", "IM-001"), card("IM-004", "Trees and benches along each road")];
  const view = (links: ClustersView["links"]) => ({ cards, links }) as unknown as ClustersView;

  it("are offered as a pair until somebody linked them, in whichever direction", () => {
    expect(unlinked(view([])).map(x => [x.later.id, x.earlier.id])).toEqual([["IM-003", "IM-001"]]);
    expect(unlinked(view([{ id: "IM-003", duplicateOf: "IM-001" }]))).toEqual([]);
    expect(unlinked(view([{ id: "IM-001", duplicateOf: "IM-003" }]))).toEqual([]);
  });

  it("stand first in the list of either, before those that share some words; who shares none is not offered", () => {
    expect(mostAlike(cards[0]!, cards).map(x => x.id)).toEqual(["IM-003", "IM-004"]);
    expect(mostAlike(cards[2]!, cards).map(x => x.id)).toEqual(["IM-001", "IM-004"]);
  });
});

describe("a panel", () => {
  it("is as it was left, and as usual where nobody chose or the browser kept something else", () => {
    expect([isFolded("folded", false), isFolded("open", true), isFolded("", true), isFolded("{}", false)]).toEqual([true, false, true, false]);
  });
});
