import { describe, expect, it } from "vitest";
import { clock, dawn, day, dayOf, moment } from "../src/ui/moment";

const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const places = { ...import.meta.glob<string>("../src/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true }), ...import.meta.glob<string>("../../../Participation/Activities/*/*.{ts,tsx}", { query: "?raw", import: "default", eager: true }) };

describe("a moment", () => {
  it.each([["Europe/Rome", "30", "00:30"], ["America/New_York", "29", "19:30"], ["Asia/Tokyo", "30", "08:30"]])("is told by the clock of the server in %s, wherever the browser is", (zone, day, time) => {
    for (const language of ["en", "it", "de"] as const) {
      const told = moment("2026-10-29T23:30:00Z", language, zone);
      expect(told).toMatch(new RegExp(`^${day}\\D`));
      expect(told).toContain(time);
      expect(clock(Date.parse("2026-10-29T23:30:00Z"), language, zone)).toContain(time);
    }
  });
  it("says on which clock where the browser's is another, behind the time and its word", () => {
    const other = here === "Asia/Tokyo" ? "Europe/Rome" : "Asia/Tokyo";
    const at = "2026-10-29T10:00:00Z";
    for (const [language, ends] of [["en", /\d\d:00 \((GMT\+\d|CET)\)$/], ["it", /\d\d:00 \((GMT\+\d|CET)\)$/], ["de", /\d\d:00\u00a0Uhr \((GMT\+\d|MEZ)\)$/]] as const)
      for (const told of [moment(at, language, other), clock(Date.parse(at), language, other)]) expect(told).toMatch(ends);
    expect(moment(at, "en", here)).not.toMatch(/GMT|UTC|CET/);
    expect(clock(Date.parse(at), "de", here)).toMatch(/^\d\d:00\u00a0Uhr$/);
  });
  it("brings the word of its language along: no text adds one behind it, where the name of a clock may stand", () => {
    const texts = Object.entries(import.meta.glob<Record<string, Record<string, string>>>("../../../Participation/{Texts,Activities/*}/*.json", { import: "default", eager: true }))
      .filter(([file]) => !/\/(report|workshop)\.json$/.test(file)).flatMap(([, languages]) => Object.values(languages)).flatMap(words => Object.entries(words));
    expect(texts.filter(([, text]) => text.includes("{time}")).length).toBeGreaterThan(20);
    expect(texts.filter(([key, text]) => !key.includes("report.") && /\{time\}\s*(Uhr|o’clock|h\b)/.test(text))).toEqual([]);
  });
  it("is not told by the browser's clock while the server's is not known", () => {
    expect(moment("2026-10-29T10:00:00Z", "en", undefined)).toBe("");
  });
});

describe("a day", () => {
  // The second begins where clocks go forward at midnight, the third where they go back.
  it.each([["Europe/Rome", "2026-12-24"], ["America/Sao_Paulo", "2018-11-04"], ["America/Havana", "2026-11-01"], ["Pacific/Kiritimati", "2027-01-01"], ["Etc/UTC", "2026-02-28"]])("that is chosen in %s is the one that is told", (zone, chosen) => {
    const begins = dawn(chosen, zone);
    expect(dayOf(begins, zone)).toBe(chosen);
    expect(dayOf(Date.parse(begins) - 1, zone)).not.toBe(chosen);
    expect(Number(/\d+/.exec(day(begins, "en", zone))![0])).toBe(Number(chosen.slice(8)));
  });
  it("is told in words of its language", () => {
    expect(["en", "it", "de"].map(x => day("2026-11-27T23:30:00Z", x as "en", "Europe/Rome"))).toEqual(["28 November 2026", "28 novembre 2026", "28. November 2026"]);
    expect(day("2026-11-27T23:30:00Z", "en", undefined)).toBe("");
  });
  it("that no calendar has goes to the server as it was typed", () => {
    expect(dawn("12026-01-01", "Europe/Rome")).toBe("12026-01-01T00:00:00Z");
  });
});

describe("the pages", () => {
  const found = (pattern: RegExp) => Object.entries(places).filter(([, text]) => pattern.test(text)).map(([file]) => file.split("/src/")[1] ?? file).sort();
  it("tell days and times in one place", () => {
    expect(Object.keys(places).length).toBeGreaterThan(100);
    expect(found(/new Date\(|\.get(UTC)?(Hours|Minutes|Date|Day|Month|FullYear)\(|toLocale(Date|Time)String/)).toEqual(["ui/moment.ts"]);
    // Set-up asks for the zone and begins with the browser's; numbers are written by their language.
    expect(found(/DateTimeFormat\(/)).toEqual(["account/Setup.tsx", "ui/moment.ts"]);
    expect(found(/toLocaleString/)).toEqual(["texts.ts", "ui/moment.ts"]);
    expect(found(/toLocale(Lower|Upper)Case/)).toEqual([]);
  });
  it("take the time from the server", () => {
    // The outbox orders by it and tells it nobody; a connection has nothing else before its first answer.
    expect(found(/Date\.now\(|new Date\(\)/)).toEqual(["live.ts", "outbox.ts"]);
  });
  it("have no field that cuts what is typed in silence", () => {
    expect(found(/\bmaxlength\b/i)).toEqual([]);
  });
});
