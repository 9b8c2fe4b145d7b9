import { describe, expect, it } from "vitest";
import { cardPages } from "../src/projector/packing";
import { pageAt, turned } from "../src/projector/pages";
import { corner, gridOf, height, lines, placed, width } from "../../../Participation/Activities/Clusters/network";
import type { Relation } from "../../../Participation/Activities/Clusters/views";
import type { Card } from "../src/views";
import { chance } from "./random";

const card = (n: number, length: number): Card => ({ id: `IM-${n}`, text: "x".repeat(length), phoneless: false, pinned: false, status: "shown" });
const slots = (x: Card) => (x.text.length <= 95 ? 1 : x.text.length <= 200 ? 2 : x.text.length <= 300 ? 3 : 6);

describe("cards on the wall", () => {
  const many = Array.from({ length: 200 }, (_, n) => card(n, [20, 90, 120, 200, 260, 40, 95, 96, 301][n % 9]!));
  it("are all there, in their order, and never more than a page holds", () => {
    const pages = cardPages(many);
    expect(pages.flat().map(x => x.card.id)).toEqual(many.map(x => x.id));
    expect(pages.every(page => page.reduce((sum, x) => sum + slots(x.card), 0) <= 6)).toBe(true);
    expect(pages.every(page => page.length > 0)).toBe(true);
    for (const page of pages) {
      const used = page.flatMap(x => Array.from({ length: x.alone ? 6 : x.span }, (_, i) => (x.alone ? i : (x.row - 1) * 3 + x.column - 1 + i)));
      expect(new Set(used).size).toBe(used.length);
      expect(Math.max(...used)).toBeLessThan(6);
    }
  });
  it("keep their slots when others come", () => {
    for (let n = 1; n < many.length; n++) {
      const before = cardPages(many.slice(0, n));
      const now = cardPages(many.slice(0, n + 1));
      expect(now.slice(0, before.length).every((page, i) => JSON.stringify(page.slice(0, before[i]!.length)) === JSON.stringify(before[i]))).toBe(true);
    }
  });
  it("have six short ones on a page, three of two slots at most, two of a row, and a very long one alone", () => {
    expect(cardPages([1, 2, 3, 4, 5, 6, 7].map(n => card(n, 30))).map(x => x.length)).toEqual([6, 1]);
    expect(cardPages([1, 2, 3].map(n => card(n, 150))).map(x => x.length)).toEqual([2, 1]);
    expect(cardPages([card(1, 280), card(2, 300), card(3, 30)]).map(x => x.length)).toEqual([2, 1]);
    expect(cardPages([card(1, 30), card(2, 301), card(3, 30)]).map(x => x.length)).toEqual([1, 1, 1]);
  });
});

describe("pages of the wall", () => {
  it("follow the work until somebody turns, and follow on when turned back to it", () => {
    expect(pageAt(undefined, 9, 4)).toBe(4);
    expect(turned(4, 1, 9, 4)).toBe(5);
    expect(turned(5, -1, 9, 4)).toBeUndefined();
  });
});

describe("the picture of relations", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  it("gives each cluster a place of its own, and the same relations the same picture", () => {
    const dice = chance(7);
    const next = (n: number) => Math.floor(dice() * n);
    for (let round = 0; round < 50; round++) {
      const nodes = names.slice(0, 2 + next(8));
      const relations: Relation[] = Array.from({ length: next(10) }, () => ({ from: nodes[next(nodes.length)]!, to: nodes[next(nodes.length)]!, relation: "supports" as const })).filter(x => x.from !== x.to);
      const at = placed(nodes, relations);
      expect([...at.keys()].sort()).toEqual([...nodes].sort());
      expect(new Set(at.values()).size).toBe(nodes.length);
      expect(placed(nodes, relations)).toEqual(at);
      expect(lines(at, relations)).toHaveLength(relations.length);
    }
  });
  it("draws a line from edge to edge, not through the two that it joins", () => {
    const at = new Map([["a", 0], ["b", 1]]);
    const [line] = lines(at, [{ from: "a", to: "b", relation: "causes" }]);
    const { wide, high } = gridOf(2);
    for (const id of ["a", "b"]) {
      const { x, y } = corner(at.get(id)!, gridOf(2));
      for (const end of [line!.from, line!.to]) expect(end.x > x && end.x < x + wide && end.y > y && end.y < y + high).toBe(false);
    }
  });
  it("has the whole space, also of few", () => {
    for (let n = 1; n <= names.length; n++) {
      const grid = gridOf(n);
      const corners = Array.from({ length: grid.columns * grid.rows }, (_, place) => corner(place, grid));
      expect(grid.rows).toBe(Math.ceil(n / grid.columns));
      expect([Math.min(...corners.map(x => x.x)), Math.max(...corners.map(x => x.x)) + grid.wide]).toEqual([0, width]);
      expect(Math.min(...corners.map(x => x.y)) + Math.max(...corners.map(x => x.y)) + grid.high).toBe(height);
      expect(n > 2 ? Math.min(...corners.map(x => x.y)) : 0).toBe(0);
    }
  });
  it("keeps a chain of neighbours free of crossings", () => {
    const chain: Relation[] = names.slice(1).map((x, i) => ({ from: names[i]!, to: x, relation: "causes" as const }));
    const at = placed(names, chain);
    const length = chain.reduce((sum, x) => sum + Math.abs((at.get(x.from)! % 3) - (at.get(x.to)! % 3)) + Math.abs(Math.floor(at.get(x.from)! / 3) - Math.floor(at.get(x.to)! / 3)), 0);
    expect(length).toBeLessThanOrEqual(10);
  });
});
