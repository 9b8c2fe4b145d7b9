import { beforeAll, describe, expect, it, vi } from "vitest";
import { build, type Rolldown } from "vite";

// The oldest browsers that the build is for: Safari 14, Chrome 87. Grammar is put into their words by the build; what it only passes on must not be used at all.
const newer: Record<string, RegExp> = {
  "Array.at": /\.at\(-?\d/,
  "Array.findLast": /\.findLast(Index)?\(/,
  "Array.toSorted and its kin": /\.to(Sorted|Reversed|Spliced)\(/,
  "Object.hasOwn": /Object\.hasOwn\(/,
  "Object.groupBy": /\.groupBy\(/,
  structuredClone: /\bstructuredClone\(/,
  "crypto.randomUUID": /\.randomUUID\(/,
  "looking behind in a pattern": /\(\?<[=!]/,
  requestIdleCallback: /requestIdleCallback/,
  "AbortSignal.timeout": /AbortSignal\.(timeout|any)\b/,
  "Promise.withResolvers": /\.withResolvers\(/,
  checkVisibility: /\.checkVisibility\(/,
};

describe("what is built", () => {
  let files: Rolldown.RolldownOutput["output"];
  beforeAll(async () => {
    vi.stubEnv("NODE_ENV", "production");
    const built = await build({ logLevel: "silent", build: { write: false } }) as Rolldown.RolldownOutput;
    files = built.output;
  }, 120_000);

  it.each(Object.keys(newer))("runs without %s", name => {
    const scripts = files.filter(x => x.type === "chunk");
    expect(scripts.length).toBeGreaterThan(20);
    expect(scripts.filter(x => newer[name]!.test(x.code)).map(x => x.fileName)).toEqual([]);
  });

  it("opens a sheet also where there are none", () => {
    const opening = files.flatMap(x => (x.type === "chunk" ? x.code.match(/.{30}\.showModal\(/g) ?? [] : []));
    expect(opening).toHaveLength(1);
    expect(opening[0]).toMatch(/\.showModal\?/);
  });

  it("nests no styles, and says on an empty page that it did not start", () => {
    const styles = files.flatMap(x => (x.type === "asset" && x.fileName.endsWith(".css") ? [String(x.source)] : []));
    expect(styles.filter(x => x.includes("&"))).toEqual([]);
    const pages = files.flatMap(x => (x.type === "asset" && x.fileName.endsWith(".html") ? [String(x.source)] : []));
    expect(pages).toHaveLength(5);
    for (const page of pages) {
      expect(page).toContain('<div id="page"></div>');
      const linked = styles.filter((_, n) => page.includes(files.filter(x => x.fileName.endsWith(".css"))[n]!.fileName));
      expect(linked.join("")).toContain("#page:empty");
    }
  });
});
