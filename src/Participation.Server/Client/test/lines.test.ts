import { expect, test } from "vitest";
import { lines } from "../src/ui/lines";

test("line breaks stay, empty lines go", () => expect(lines("Night buses\r\n\n\n  on Sundays too\n")).toBe("Night buses\non Sundays too"));

test("however many breaks a text has, a dozen lines hold it and no word is lost", () => {
  const words = Array.from({ length: 140 }, (_, n) => String(n));
  const shown = lines(words.join("\n"));
  expect(shown.split("\n")).toHaveLength(12);
  expect(shown.split(/\s/)).toEqual(words);
});

test("a text of fewer lines gets none more", () => expect(lines("one\ntwo")).toBe("one\ntwo"));
