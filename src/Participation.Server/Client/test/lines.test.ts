import { expect, test } from "vitest";
import { lines } from "../src/ui/lines";

test("line breaks stay, empty lines go", () => expect(lines("Night buses\r\n\n\n  on Sundays too\n")).toBe("Night buses\non Sundays too"));

test("however many breaks a text has, a dozen lines hold it and no word is lost", () => {
  const words = Array.from({ length: 140 }, (_, n) => String(n));
  const shown = lines(words.join("\n"));
  expect(shown.split("\n")).toHaveLength(12);
  expect(shown.split(/\s/)).toEqual(words);
});

test.each(["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029", "\n\u2028 \u2029\n"])("%j ends a line like any other", end => {
  const shown = lines(Array.from({ length: 140 }, (_, n) => String(n)).join(end));
  expect(shown.split("\n")).toHaveLength(12);
  expect(shown).not.toMatch(/[\r\v\f\x85\u2028\u2029]/);
});

test("a text of fewer lines gets none more", () => expect(lines("one\ntwo")).toBe("one\ntwo"));
