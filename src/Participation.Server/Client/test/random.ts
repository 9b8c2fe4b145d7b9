import type { Step } from "../src/patch";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const names = ["a", "b", "c", "a/b", "~", "", "ü", "0"];

/** A random JSON value, at most so deep. */
export function json(next: () => number, depth: number): unknown {
  const pick = Math.floor(next() * (depth > 0 ? 7 : 4));
  const many = Math.floor(next() * 5);
  if (pick === 0) return null;
  if (pick === 1) return next() < 0.5;
  if (pick === 2) return Math.floor(next() * 10);
  if (pick === 3) return names[Math.floor(next() * names.length)];
  if (pick === 4) return Array.from({ length: many }, () => json(next, depth - 1));
  return Object.fromEntries(Array.from({ length: many }, () => [names[Math.floor(next() * names.length)]!, json(next, depth - 1)]));
}

/** Steps from one value to another, small where the two are alike: what a server could send. */
export function diff(before: unknown, after: unknown, path = ""): Step[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return inList(before, after, path);
  if (plain(before) && plain(after)) return inObject(before, after, path);
  return [{ op: "replace", path, value: after }];
}

/** Places in a list that are none: not a number as the standard writes it, or behind the end. */
const noPlaces = ["01", "1e0", "", " 1", "+1", "-1", "1.0", "x", "99"];

/** A step to some place in a document, or to one that is not there. */
export function somewhere(next: () => number, document: unknown): Step {
  const pick = <T>(some: readonly T[]) => some[Math.floor(next() * some.length)]!;
  const op = pick(["add", "replace", "remove"] as const);
  let [node, path] = [document, ""];
  do {
    const known = Array.isArray(node) ? [...node.keys()].map(String) : plain(node) ? Object.keys(node) : [];
    // Replacing in a list the other implementation takes any word for a place.
    const others = !Array.isArray(node) ? names : op === "replace" ? ["99"] : [...noPlaces, "-", String(node.length)];
    const key = known.length > 0 && next() < 0.8 ? pick(known) : pick(others);
    path += `/${escape(key)}`;
    node = known.includes(key) ? (node as Record<string, unknown>)[key] : undefined;
  } while (node !== undefined && next() < 0.7);
  return op === "remove" ? { op, path } : { op, path, value: json(next, 1) };
}

const plain = (x: unknown): x is Record<string, unknown> => typeof x === "object" && x !== null && !Array.isArray(x);
const escape = (name: string) => name.replace(/~/g, "~0").replace(/\//g, "~1");

function inList(before: unknown[], after: unknown[], path: string): Step[] {
  const steps = before.slice(0, after.length).flatMap((x, n) => diff(x, after[n], `${path}/${n}`));
  for (let n = before.length; n > after.length; n--) steps.push({ op: "remove", path: `${path}/${n - 1}` });
  for (let n = before.length; n < after.length; n++) steps.push({ op: "add", path: n % 2 ? `${path}/-` : `${path}/${n}`, value: after[n] });
  return steps;
}

function inObject(before: Record<string, unknown>, after: Record<string, unknown>, path: string): Step[] {
  const gone = Object.keys(before).filter(x => !(x in after)).map<Step>(x => ({ op: "remove", path: `${path}/${escape(x)}` }));
  return gone.concat(Object.keys(after).flatMap<Step>(x => {
    const at = `${path}/${escape(x)}`;
    return x in before ? diff(before[x], after[x], at) : [{ op: "add", path: at, value: after[x] }];
  }));
}
