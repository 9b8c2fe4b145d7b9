import { describe, expect, it } from "vitest";

// Class names are global: a clock's `over` once met the layer that covers the wall, and the room saw nothing but paper. So every rule of a kind or of the wall
// names a class that is its own, and what is a mere state begins with `is-` or `has-` and has no rule of its own anywhere.
const house = { ...import.meta.glob<string>("../src/**/*.css", { query: "?raw", import: "default", eager: true }), ...import.meta.glob<string>("../src/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true }) };
const activities = import.meta.glob<string>("../../../Participation/Activities/*/*.{css,tsx}", { query: "?raw", import: "default", eager: true });
const all: Record<string, string> = { ...house, ...activities };
const files = (of: Record<string, string>, end: RegExp): string[] => Object.keys(of).filter(x => end.test(x));

/** `…/DotVote/phone.css` belongs to `dot-vote`. */
const kindOf = (file: string): string => file.split("/").at(-2)!.replace(/(?!^)[A-Z]/g, x => "-" + x).toLowerCase();

/** The selectors of a sheet with the rules that they are nested in before them. */
function selectors(css: string): string[] {
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

const classes = (selector: string): string[] => [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(x => x[1]!);
const isState = (name: string): boolean => /^(is|has)-/.test(name);

describe.each(files(activities, /\.css$/))("%s", file => {
  const kind = kindOf(file);
  it("styles nothing but its own kind", () => {
    expect(selectors(all[file]!).filter(x => !classes(x).some(y => y === `kind-${kind}` || y === kind || y.startsWith(`${kind}-`)))).toEqual([]);
  });
});

describe.each(files(house, /\/projector\/.*\.css$/))("%s", file => {
  it("styles nothing but the wall", () => {
    const leaks = selectors(all[file]!).filter(x => classes(x).length > 0 && !classes(x).some(y => y === "wall" || y.startsWith("wall-")));
    expect(leaks).toEqual([]);
  });
});

const screens = [...files(house, /\/projector\/.*\.tsx$/), ...files(activities, /\/(projector|wall\w+)\.tsx$/)];
describe.each(screens)("%s", file => {
  const own = file in house ? [] : [`${kindOf(file)}-wall`];
  it("uses the wall's classes, its own, and states", () => {
    const named = [...all[file]!.matchAll(/class=(?:"([^"]*)"|\{`([^`]*)`\}|\{([^}]*)\})/g)].map(x => x[1] ?? x[2] ?? x[3] ?? "");
    const names = named.flatMap(x => [...x.replace(/\$\{[^}]*\}/g, y => [...y.matchAll(/"([^"]*)"/g)].map(z => z[1]).join(" ")).matchAll(/(?<![\w.$-])[a-z][a-z]*(?:-[a-z0-9]+)+(?![\w(])/g)].map(y => y[0]));
    expect(names.filter(x => !isState(x) && !x.startsWith("wall-") && !own.some(y => x === y || x.startsWith(`${y}-`)))).toEqual([]);
  });
});

/** The sheets that a page loads with all that it imports. Kinds hold to the first law, so theirs meet nobody. */
function sheets(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  if (file.endsWith(".css")) return [file];
  return [...all[file]!.matchAll(/(?:from|import) "(\.[^"]+)"/g)].flatMap(x => {
    const place = new URL(x[1]!, `file:///a/b/c/d/${file}`).href;
    const found = Object.keys(all).find(y => [place, `${place}.ts`, `${place}.tsx`].includes(new URL(y, "file:///a/b/c/d/").href));
    return found ? sheets(found, seen) : [];
  });
}

describe.each(["phone", "console", "scribe", "account", "projector"])("the sheets of the page %s", page => {
  it("give no class two meanings", () => {
    const owners = new Map<string, Set<string>>();
    const loaded = sheets(`../src/${page}/main.tsx`);
    expect(loaded.length).toBeGreaterThan(1);
    for (const sheet of loaded)
      for (const selector of selectors(all[sheet]!)) {
        const [first, ...others] = classes(selector);
        // A rule for a class of another sheet within or beside one of this sheet's own is a refinement and leaks nowhere.
        if (first && others.length === 0 && /^[\w]*\.[\w-]+(::?[\w-]+(\([^)]*\))?)*$/.test(selector)) (owners.get(first) ?? owners.set(first, new Set()).get(first)!).add(sheet);
      }
    expect([...owners].filter(([, x]) => x.size > 1).map(([name, x]) => `${name}: ${[...x].join(", ")}`)).toEqual([]);
  });
});
