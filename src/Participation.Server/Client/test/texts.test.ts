import { describe, expect, it } from "vitest";
import { figure, load, say, translate } from "../src/texts";
import type { Language } from "../src/views";

type Table = Record<string, Record<string, string>>;
const files = import.meta.glob<Table>(
  ["../../../Participation/Texts/{account,room,phone,console,scribe,projector}.json", "../../../Participation/Activities/*/texts.json"],
  { eager: true, import: "default" },
);
const members = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(x => x[0]).sort();

describe.each(Object.entries(files))("texts in %s", (_, table) => {
  const { en = {}, ...others } = table;

  it("exist in three languages with the same members", () => {
    expect(Object.keys(others).sort()).toEqual(["de", "it"]);
    for (const other of Object.values(others)) {
      expect(Object.keys(other)).toEqual(Object.keys(en));
      for (const key of Object.keys(en).filter(x => !x.includes(".report."))) expect(members(other[key]!), key).toEqual(members(en[key]!));
    }
  });

  it("stand in order and say something", () => {
    expect(Object.keys(en)).toEqual(Object.keys(en).slice().sort());
    for (const language of Object.values(table)) for (const [key, text] of Object.entries(language)) expect(text.trim(), key).not.toBe("");
  });
});

// Titles of windows and labels that are read aloud have no markup to keep a text to itself.
it.each(["\u202E", "\u202B", "\u2067", "\u206A"])("a name with %j in it does not turn the sentence round", sign => {
  expect(translate("en")("{name} (1)", { name: `${sign}abc` })).toBe("abc (1)");
  expect(say("en")({ en: `${sign}abc`, it: "", de: "" })).toBe("abc");
});

describe("a number", () => {
  it.each<[Language, string]>([["en", "1,234"], ["it", "1.234"], ["de", "1.234"]])("has its thousands apart in %s, in a sentence and alone", async (language, written) => {
    const loader = async () => ({ default: { "a.one": "{n} card", "a.other": "{n} cards", "a.none": "no card" } });
    await load(language, { en: loader, it: loader, de: loader });
    const t = translate(language);
    expect(t("a", { n: 1234 })).toBe(`${written} cards`);
    expect(figure(1234, t)).toBe(written);
    expect(t("a", { n: 1 })).toBe("1 card");
    expect(t("a", { n: 0 })).toBe("no card");
  });
});
