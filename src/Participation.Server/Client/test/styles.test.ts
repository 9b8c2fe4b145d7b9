import { describe, expect, it } from "vitest";
import { classes, classNames, loaded, selectors } from "./sheets";

// Class names are global: a clock's `over` once met the layer that covers the wall, and the room saw nothing but paper. So every rule of a kind or of the wall
// names a class that is its own, and what is a mere state begins with `is-` or `has-` and has no rule of its own anywhere.
const house = { ...import.meta.glob<string>("../src/**/*.css", { query: "?raw", import: "default", eager: true }), ...import.meta.glob<string>("../src/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true }) };
const activities = import.meta.glob<string>("../../../Participation/Activities/*/*.{css,ts,tsx}", { query: "?raw", import: "default", eager: true });
const all: Record<string, string> = { ...house, ...activities };
const files = (of: Record<string, string>, end: RegExp): string[] => Object.keys(of).filter(x => end.test(x));

/** `…/DotVote/phone.css` belongs to `dot-vote`. */
const kindOf = (file: string): string => file.split("/").at(-2)!.replace(/(?!^)[A-Z]/g, x => "-" + x).toLowerCase();

const isState = (name: string): boolean => /^(is|has)-/.test(name);

it("is told what stands in the sheets", () => {
  expect(files(all, /\.css$/).length).toBeGreaterThan(15);
  expect(files(all, /\.css$/).filter(x => selectors(all[x]!).length === 0 && !all[x]!.includes("@font-face"))).toEqual([]);
});

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

const pages = ["phone", "console", "scribe", "account", "projector"];

const known = new Map<string, Set<string>>();

/** All that a page loads, the kinds as well where they are asked for: they hold to the first law, so their sheets meet nobody. */
const of = (page: string, kinds: boolean) => [...(known.get(page) ?? known.set(page, loaded(all, `../src/${page}/main.tsx`)).get(page)!)].filter(x => kinds || x in house);

describe.each(pages)("the sheets of the page %s", page => {
  it("give no class two meanings", () => {
    const owners = new Map<string, Set<string>>();
    const sheets = of(page, false).filter(x => x.endsWith(".css"));
    expect(sheets.length).toBeGreaterThan(1);
    for (const sheet of sheets)
      for (const selector of selectors(all[sheet]!)) {
        const [first, ...others] = classes(selector);
        // A rule for a class of another sheet within or beside one of this sheet's own is a refinement and leaks nowhere.
        if (first && others.length === 0 && /^[\w]*\.[\w-]+(::?[\w-]+(\([^)]*\))?)*$/.test(selector)) (owners.get(first) ?? owners.set(first, new Set()).get(first)!).add(sheet);
      }
    expect([...owners].filter(([, x]) => x.size > 1).map(([name, x]) => `${name}: ${[...x].join(", ")}`)).toEqual([]);
  });
});

// Who sits at a table with a page for hours reads it in the same faces as the wall and the report; a phone gets by with its own.
it.each(pages.filter(x => x !== "phone"))("the page %s is set in the faces of the house", page => {
  expect(of(page, false).filter(x => x.endsWith(".css")).some(x => all[x]!.includes("@font-face"))).toBe(true);
});

// Where a page loads no sheet that says so, its links are the browser's blue.
it.each(pages)("a link has the house's colour on the page %s", page => {
  expect(of(page, false).filter(x => x.endsWith(".css")).some(x => /(^|[\s,}])a \{[^}]*color: var\(--accent\)/.test(all[x]!))).toBe(true);
});

// A name without a rule is a rule that went, a slip of the pen, or a sheet that this page never loads: the screen says something that nobody sees.
describe.each(pages)("the screens of the page %s", page => {
  const files = of(page, true);
  const ruled = new Set(files.filter(x => x.endsWith(".css")).flatMap(x => selectors(all[x]!)).flatMap(classes));
  const has = (name: string) => (name.endsWith("*") ? [...ruled].some(x => x.startsWith(name.slice(0, -1))) : ruled.has(name));
  it("give their elements no class that no sheet of this page knows", () => {
    const screens = files.filter(x => x.endsWith(".tsx"));
    expect(screens.length).toBeGreaterThan(8);
    expect(screens.flatMap(x => [...new Set(classNames(x, all[x]!))].filter(y => !has(y)).map(y => `${x}: ${y}`))).toEqual([]);
  });
});

describe("the sheets of all pages", () => {
  const loads = pages.map(page => of(page, true));
  const text = Object.entries(all).filter(([file]) => /\.tsx?$/.test(file)).map(([, x]) => x).join("\n");
  // A class that a screen chooses elsewhere than where it gives it stands there as a word of its own.
  const isSaid = (name: string) => new RegExp(`["\`\\s]${name}["\`\\s]`).test(text);
  it("rule nothing that no screen of their pages has", () => {
    const dead = files(all, /\.css$/).flatMap(sheet => {
      const given = loads.filter(x => x.includes(sheet)).flat().filter(x => x.endsWith(".tsx")).flatMap(x => classNames(x, all[x]!));
      return [...new Set(selectors(all[sheet]!).flatMap(classes))].filter(x => !isSaid(x) && !given.some(y => y === x || (y.endsWith("*") && x.startsWith(y.slice(0, -1))))).map(x => `${sheet}: ${x}`);
    });
    expect(dead).toEqual([]);
  });
});
