import { describe, expect, it } from "vitest";
import { clock, moment } from "../src/ui/moment";

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
  it("says on which clock where the browser's is another", () => {
    const other = here === "Asia/Tokyo" ? "Europe/Rome" : "Asia/Tokyo";
    expect(moment("2026-10-29T10:00:00Z", "en", other)).toMatch(/GMT\+\d|CET$/);
    expect(moment("2026-10-29T10:00:00Z", "en", here)).not.toMatch(/GMT|UTC/);
  });
  it("is not told by the browser's clock while the server's is not known", () => {
    expect(moment("2026-10-29T10:00:00Z", "en", undefined)).toBe("");
  });
});

describe("the pages", () => {
  const found = (pattern: RegExp) => Object.entries(places).filter(([, text]) => pattern.test(text)).map(([file]) => file.split("/src/")[1] ?? file);
  it("tell times in one place", () => {
    expect(Object.keys(places).length).toBeGreaterThan(100);
    // The phone tells one day, on which its words go.
    expect(found(/toLocale(Date|Time)String|DateTimeFormat\(|new Date\([^)]*\)\.toLocale/).sort()).toEqual(["account/Setup.tsx", "phone/Data.tsx", "ui/moment.ts"]);
  });
  it("have no field that cuts what is typed in silence", () => {
    expect(found(/\bmaxlength\b/i)).toEqual([]);
  });
});
