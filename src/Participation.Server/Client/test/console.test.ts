import { describe, expect, it } from "vitest";
import { branches, freshId, letter, wallPages } from "../../../Participation/Activities/Clusters/tree";
import { longest, ranked } from "../../../Participation/Activities/DotVote/rank";
import { upNext } from "../../../Participation/Activities/Opinions/next";
import { ordered } from "../../../Participation/Activities/Opinions/order";
import { forecast, taken } from "../src/console/minutes";
import { tablesOf } from "../src/console/tables";
import { pageAt, turned } from "../src/projector/pages";
import { holds } from "../src/ui/find";
import type { Cluster, ClustersView } from "../../../Participation/Activities/Clusters/views";
import type { OpinionRow } from "../../../Participation/Activities/Opinions/views";
import type { AgendaStep } from "../src/views";

const title = { en: "", it: "", de: "" };
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 10, minutes)).toISOString();
const step = (more: Partial<AgendaStep>): AgendaStep => ({ id: "a", kind: "ideas", kindName: title, title, minutes: 10, state: "waiting", seconds: 0, answered: 0, takes: true, ...more });

describe("the run of show", () => {
  const agenda = [step({ state: "done", openedAt: at(0), seconds: 14 * 60 }), step({ state: "open", openedAt: at(14), enteredAt: at(14), seconds: 0 }), step({ minutes: 20 })];
  it("counts minutes of open and done steps", () => {
    expect(agenda.map(x => taken(x, Date.parse(at(18))))).toEqual([14, 4, undefined]);
  });
  it("foresees the end from what is left", () => {
    expect(forecast(agenda, Date.parse(at(18)))).toEqual({ end: Date.parse(at(44)), late: 4 });
  });
  it("adds nothing for the minutes that an open step has overrun", () => {
    expect(forecast(agenda, Date.parse(at(30)))?.late).toBe(10);
  });
  it("is not late for a night between two steps", () => {
    const morning = 24 * 60;
    const over = [step({ state: "done", openedAt: at(0), seconds: 12 * 60 }), step({ state: "open", openedAt: at(morning), enteredAt: at(morning), seconds: 0 })];
    expect(forecast(over, Date.parse(at(morning + 4)))).toEqual({ end: Date.parse(at(morning + 10)), late: 2 });
  });
  it("foresees nothing before the start", () => {
    expect(forecast([step({})], 0)).toBeUndefined();
  });
});

describe("pages of the projector", () => {
  it("follow the newest page until somebody turns, and follow again from the end", () => {
    expect(pageAt(undefined, 7, "last")).toBe(6);
    expect(turned(6, -1, 7, "last")).toBe(5);
    expect(pageAt(5, 9, "last")).toBe(5);
    expect(turned(5, 1, 7, "last")).toBeUndefined();
  });
  it("stay within what there is", () => {
    expect(pageAt(5, 2, "first")).toBe(1);
    expect(pageAt(undefined, 0, "last")).toBe(0);
  });
});

describe("dots", () => {
  it("rank with ties, and leave those without dots unranked", () => {
    const rows = ranked([{ id: "a", dots: 2 }, { id: "b", dots: 5 }, { id: "c", dots: 2 }, { id: "d", dots: 0 }]);
    expect(rows.map(x => [x.id, x.rank])).toEqual([["b", 1], ["a", 2], ["c", 2], ["d", undefined]]);
  });
  it("keep the ballot's order while hidden", () => {
    expect(ranked([{ id: "a" }, { id: "b" }]).map(x => x.id)).toEqual(["a", "b"]);
  });
  it("measure both rounds by one measure", () => {
    expect(longest([{ id: "a", dots: 3, before: 8 }])).toBe(8);
  });
});

describe("opinions", () => {
  const row = (id: string, agree: number, disagree: number): OpinionRow => ({ id, agree, disagree, pass: 0, pinned: false, status: "shown" });
  const rows = [row("few", 1, 0), row("many", 40, 2), row("split", 10, 10), row("against", 1, 20)];
  it("put 40 of 42 before 1 of 1", () => {
    expect(ordered(rows, "agreement").map(x => x.id)).toEqual(["many", "few", "split", "against"]);
  });
  it("put equal sides first by division", () => {
    expect(ordered(rows, "division")[0]!.id).toBe("split");
  });
});

describe("the map", () => {
  const cluster = (id: string, group?: string): Cluster => ({ id, group, cards: [] });
  const view = (clusters: Cluster[], groups: string[]): ClustersView => ({
    allow: [], participants: false, cards: [], total: 0, clusters, loose: [], relations: [], links: [], groups: groups.map(id => ({ id, name: id, keywords: [], cloud: [] })),
  });
  it("shows every cluster once, also one whose group is gone", () => {
    const found = branches(view([cluster("a", "g"), cluster("b"), cluster("c", "lost")], ["g"]));
    expect(found.map(x => x.clusters.map(y => y.id))).toEqual([["a"], ["b", "c"]]);
  });
  it("loses no cluster between pages", () => {
    const clusters = Array.from({ length: 50 }, (_, i) => cluster(`c${i}`, i < 21 ? "g" : undefined));
    const pages = wallPages(view(clusters, ["g"]), 3);
    expect(pages.flat()).toHaveLength(50);
    expect(pages.every(page => page.length <= 12)).toBe(true);
  });
  it("calls clusters A to Z, then AA", () => {
    expect([0, 25, 26, 27].map(letter)).toEqual(["A", "Z", "AA", "AB"]);
  });
  it("makes ids that the server takes", () => {
    expect(freshId()).toMatch(/^[a-z0-9]{4,16}$/);
  });
});

describe("small things", () => {
  it("find words without case and accents, in any order", () => {
    expect(holds("Più alberi in città", "citta ALBERI")).toBe(true);
    expect(holds("Più alberi", "treni")).toBe(false);
  });
  it("tables come from lines, and empty lines are none", () => {
    expect(tablesOf(" Adda \n\nNaviglio")).toEqual([{ id: "t1", name: "Adda" }, { id: "t2", name: "Naviglio" }]);
  });
});

describe("the statement on a phone", () => {
  const [a, b, c] = ["a", "b", "c"].map(id => ({ id, text: id }));
  it("stays while a new one comes before it", () => {
    expect(upNext([c!, a!, b!], [], "a")).toBe(a);
  });
  it("gives way when it is answered or taken away", () => {
    expect(upNext([c!, a!, b!], ["a"], "a")).toBe(c);
    expect(upNext([b!], [], "a")).toBe(b);
    expect(upNext([], [], "a")).toBeUndefined();
  });
});
