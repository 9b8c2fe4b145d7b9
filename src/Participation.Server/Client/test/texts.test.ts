import { describe, expect, it } from "vitest";
import { say, translate } from "../src/texts";

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
