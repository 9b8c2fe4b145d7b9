import type { Relation } from "./views";

/** The space of the picture, in tenths of a rem of the wall. */
export const width = 1792;
export const height = 640;
export const places = 9;

/** Where nodes may stand, and how large they are: few have the whole space as well. */
export interface Grid { columns: number; rows: number; wide: number; high: number }
export const gridOf = (nodes: number): Grid =>
  nodes <= 4 ? { columns: 2, rows: nodes <= 2 ? 1 : 2, wide: 640, high: 230 } : { columns: 3, rows: nodes <= 6 ? 2 : 3, wide: 400, high: nodes <= 6 ? 230 : 150 };

/** A line of the wall holds so many signs, a page so many lines; a sentence takes half a line of air besides. */
const signs = 74;
const room = 12.5;
const air = 0.6;
const most = 6;

/** Relations as sentences, in pages: as many as there is room for, none parted. */
export function sentencePages(relations: readonly Relation[], length: (relation: Relation) => number): Relation[][] {
  const pages: Relation[][] = [];
  let left = 0;
  for (const relation of relations) {
    const lines = Math.ceil(length(relation) / signs) + air;
    if (lines > left || pages[pages.length - 1]!.length === most) {
      pages.push([]);
      left = room;
    }
    pages[pages.length - 1]!.push(relation);
    left -= lines;
  }
  return pages;
}

export interface Point { x: number; y: number }
export interface Line { relation: Relation; from: Point; to: Point; middle: Point }

/** The centre of a place, counted along the rows. */
const centre = (place: number, { columns, rows, wide, high }: Grid): Point => ({
  x: wide / 2 + (place % columns) * ((width - wide) / (columns - 1)),
  y: rows === 1 ? height / 2 : high / 2 + Math.floor(place / columns) * ((height - high) / (rows - 1)),
});

/** The upper left corner of the node that stands on a place. */
export const corner = (place: number, grid: Grid): Point => ({ x: centre(place, grid).x - grid.wide / 2, y: centre(place, grid).y - grid.high / 2 });

/**
 * A place for each node, so that lines are short, pass behind few nodes and cross seldom: pairs are exchanged as long as that helps. The same
 * relations give the same picture.
 */
export function placed(nodes: readonly string[], relations: readonly Relation[]): Map<string, number> {
  const grid = gridOf(nodes.length);
  const all = grid.columns * grid.rows;
  const at: (string | undefined)[] = [...nodes, ...Array<undefined>(all - nodes.length).fill(undefined)];
  let best = cost(at, relations, grid);
  for (let better = true; better;) {
    better = false;
    for (let a = 0; a < all; a++)
      for (let b = a + 1; b < all; b++) {
        [at[a], at[b]] = [at[b], at[a]];
        const now = cost(at, relations, grid);
        if (now < best) [best, better] = [now, true];
        else [at[a], at[b]] = [at[b], at[a]];
      }
  }
  return new Map(at.flatMap((id, place) => (id === undefined ? [] : [[id, place] as const])));
}

function cost(at: readonly (string | undefined)[], relations: readonly Relation[], grid: Grid): number {
  const { columns } = grid;
  const points = at.map((_, place) => centre(place, grid));
  const lines = relations.map(x => ({ a: at.indexOf(x.from), b: at.indexOf(x.to) })).filter(x => x.a >= 0 && x.b >= 0);
  let sum = 0;
  for (const [i, { a, b }] of lines.entries()) {
    sum += Math.abs((a % columns) - (b % columns)) + Math.abs(Math.floor(a / columns) - Math.floor(b / columns));
    for (let place = 0; place < at.length; place++) if (place !== a && place !== b && at[place] !== undefined && passes(points[a]!, points[b]!, points[place]!, grid)) sum += 20;
    for (const other of lines.slice(i + 1))
      if (new Set([a, b, other.a, other.b]).size === 4 && crosses(points[a]!, points[b]!, points[other.a]!, points[other.b]!)) sum += 5;
  }
  return sum;
}

/** Whether the line from a to b touches the node around c. */
function passes(a: Point, b: Point, c: Point, { wide, high }: Grid): boolean {
  for (let i = 1; i < 20; i++) {
    const [x, y] = [a.x + ((b.x - a.x) * i) / 20, a.y + ((b.y - a.y) * i) / 20];
    if (Math.abs(x - c.x) < wide / 2 + 10 && Math.abs(y - c.y) < high / 2 + 10) return true;
  }
  return false;
}

const side = (a: Point, b: Point, c: Point): number => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
const crosses = (a: Point, b: Point, c: Point, d: Point): boolean => side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);

/** The lines from edge to edge of their nodes; of two between the same nodes each keeps to its own side. */
export function lines(at: Map<string, number>, relations: readonly Relation[]): Line[] {
  const grid = gridOf(at.size);
  return relations.flatMap(relation => {
    const [a, b] = [at.get(relation.from), at.get(relation.to)];
    if (a === undefined || b === undefined) return [];
    const [from, to] = [centre(a, grid), centre(b, grid)];
    const twin = relations.some(x => x !== relation && x.from === relation.to && x.to === relation.from);
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const aside = twin ? { x: (-(to.y - from.y) / length) * 28, y: ((to.x - from.x) / length) * 28 } : { x: 0, y: 0 };
    const moved = (p: Point) => ({ x: p.x + aside.x, y: p.y + aside.y });
    const [start, end] = [moved(edge(from, to, grid)), moved(edge(to, from, grid))];
    return [{ relation, from: start, to: end, middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 } }];
  });
}

/** Where the line from the centre of a node towards another point leaves the node, with a little air. */
function edge(from: Point, to: Point, { wide, high }: Grid): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const part = Math.min(dx === 0 ? Infinity : (wide / 2 + 8) / Math.abs(dx), dy === 0 ? Infinity : (high / 2 + 8) / Math.abs(dy));
  return { x: from.x + dx * part, y: from.y + dy * part };
}
