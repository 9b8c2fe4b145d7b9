import { parseSync } from "vite";

/** Source texts by path, as they are found from this folder. */
export type Sources = Record<string, string>;

/** A relative path from this folder, or an alias, as one of the sources is called. */
const place = (from: string, named: string): string => new URL(named.startsWith("@client/") ? `../src/${named.slice(8)}` : named, `file:///a/b/c/d/${named.startsWith("@client/") ? "x" : from}`).href;

/** All that a page loads at once or later: what its files import, and what they find beside the activities. */
export function loaded(all: Sources, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (file.endsWith(".css")) return seen;
  for (const [, named, globbed] of all[file]!.matchAll(/(?:from |import |import\()"((?:\.|@client\/)[^"]+)"|import\.meta\.glob\("([^"]+)"/g)) {
    const wanted = place(file, named ?? globbed!);
    const is = globbed
      ? (x: string) => new RegExp(`^${wanted.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace("*", "[^/]+")}$`).test(x)
      : (x: string) => [wanted, `${wanted}.ts`, `${wanted}.tsx`].includes(x);
    for (const x of Object.keys(all)) if (is(place("x", x))) loaded(all, x, seen);
  }
  return seen;
}

interface Node { type: string; [member: string]: unknown }

const isNode = (x: unknown): x is Node => typeof x === "object" && x !== null && typeof (x as Node).type === "string";

/** The names of classes that a screen gives its elements; of one that is put together of parts its beginning, with a star behind it. */
export function classNames(file: string, text: string): string[] {
  const found: string[] = [];
  const walk = (node: Node) => {
    if (node.type === "JSXAttribute" && (node.name as Node).name === "class") {
      const value = node.value as Node;
      for (const said of values(value.type === "JSXExpressionContainer" ? (value.expression as Node) : value)) found.push(...said.split(/\s+/).filter(x => x && !x.startsWith("*")));
    }
    for (const member of Object.values(node)) for (const x of Array.isArray(member) ? member : [member]) if (isNode(x)) walk(x);
  };
  walk(parseSync(file, text).program as unknown as Node);
  return found.map(x => x.replace(/\*.*/, "*"));
}

/** What an expression may say; a star stands for what only a running page knows. */
function values(node: Node): string[] {
  switch (node.type) {
    case "Literal": return [typeof node.value === "string" ? node.value : ""];
    case "ConditionalExpression": return [...values(node.consequent as Node), ...values(node.alternate as Node)];
    case "LogicalExpression": return [...(node.operator === "&&" ? [] : values(node.left as Node)), ...values(node.right as Node)];
    case "TemplateLiteral": {
      const expressions = (node.expressions as Node[]).map(values);
      return (node.quasis as { value: { cooked: string } }[]).reduce<string[]>((said, { value }, n) =>
        n === 0 ? [value.cooked] : said.flatMap(x => expressions[n - 1]!.map(y => x + y + value.cooked)), []);
    }
    default: return ["*"];
  }
}

/** The selectors of a sheet with the rules that they are nested in before them. */
export function selectors(css: string): string[] {
  const found: string[] = [];
  const within: string[] = [];
  let text = "";
  for (const sign of css.replace(/\/\*[^]*?\*\//g, "")) {
    if (sign === "{") {
      const rule = text.trim();
      if (!rule.startsWith("@")) found.push(...parts(rule).map(x => [...within.filter(y => !y.startsWith("@")), x].join(" ")));
      within.push(rule);
      text = "";
    } else if (sign === "}") {
      within.pop();
      text = "";
    } else if (sign === ";") text = "";
    else text += sign;
  }
  return found.filter(x => !/^(from|to|\d+%)$/.test(x));
}

/** A list of selectors in parts, at the commas that stand outside brackets. */
function parts(rule: string): string[] {
  const found = [""];
  let depth = 0;
  for (const sign of rule) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (sign === "," && depth === 0) found.push("");
    else found[found.length - 1] += sign;
  }
  return found.map(x => x.trim());
}

export const classes = (selector: string): string[] => [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(x => x[1]!);
