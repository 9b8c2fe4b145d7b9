/** One step of a JSON Patch (RFC 6902); the server sends these three operations only. */
export type Step =
  | { op: "add" | "replace"; path: string; value: unknown }
  | { op: "remove"; path: string };

/** The document after the steps, in order. What no step touches keeps its reference, so that screens can compare by it. */
export const apply = <T>(document: T, steps: readonly Step[]): T => steps.reduce<unknown>(step, document) as T;

const step = (document: unknown, { path, ...rest }: Step): unknown =>
  put(document, path === "" ? [] : path.slice(1).split("/").map(unescape), rest as Change);

type Change = { op: "add" | "replace"; value: unknown } | { op: "remove" };

const unescape = (part: string) => part.replace(/~1/g, "/").replace(/~0/g, "~");

function put(node: unknown, [key, ...rest]: string[], change: Change): unknown {
  if (key === undefined) return change.op === "remove" ? null : change.value;
  if (Array.isArray(node)) return inArray(node, key, rest, change);
  if (node === null || typeof node !== "object") throw new Error("patch: no such place");
  return inObject(node as Record<string, unknown>, key, rest, change);
}

function inArray(node: unknown[], key: string, rest: string[], change: Change): unknown[] {
  // As the standard writes a place: "01" or "1e0" is none.
  const at = key === "-" ? node.length : /^(0|[1-9]\d*)$/.test(key) ? +key : -1;
  const last = rest.length === 0 && change.op === "add" ? node.length : node.length - 1;
  if (at < 0 || at > last) throw new Error("patch: no such place");
  const copy = node.slice();
  if (rest.length > 0) copy[at] = put(node[at], rest, change);
  else if (change.op === "remove") copy.splice(at, 1);
  else copy.splice(at, change.op === "add" ? 0 : 1, change.value);
  return copy;
}

function inObject(node: Record<string, unknown>, key: string, rest: string[], change: Change): object {
  const mustExist = rest.length > 0 || change.op !== "add";
  if (mustExist && !Object.prototype.hasOwnProperty.call(node, key)) throw new Error("patch: no such place");
  const copy = { ...node };
  if (rest.length === 0 && change.op === "remove") delete copy[key];
  else {
    const value = rest.length > 0 ? put(node[key], rest, change) : (change as { value: unknown }).value;
    // A plain assignment to "__proto__" would set the prototype instead of a member.
    Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return copy;
}
