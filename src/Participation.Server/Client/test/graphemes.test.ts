import { afterEach, describe, expect, it, vi } from "vitest";
import { graphemes, tooHeavy } from "../src/graphemes";

// F15: a text of 2,000 characters as people count them may be sent, and no text of more than 8,000 bytes.
const signs = { letter: "a", accent: "e\u0301", emoji: "\u{1F333}", flag: "\u{1F1EE}\u{1F1F9}", family: "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}", thumb: "\u{1F44D}\u{1F3FD}" };

describe("the length of a text", () => {
  it.each(Object.entries(signs))("counts a %s as one", (_, sign) => {
    expect(graphemes(sign)).toBe(1);
    expect(graphemes(sign.repeat(2_000))).toBe(2_000);
    expect(graphemes(sign.repeat(2_001))).toBe(2_001);
  });

  it("counts nothing as none, and a lone half of a pair as one", () => {
    expect(graphemes("")).toBe(0);
    expect(graphemes("\ud83c")).toBe(1);
  });
});

describe("the length of a text where the browser cannot count", () => {
  afterEach(() => void (vi.unstubAllGlobals(), vi.resetModules()));

  it.each(Object.entries({ ...signs, nothing: "", words: "Più alberi, 100 %\r\n– sì!", marks: "a" + "\u0300".repeat(100), keycap: "1\ufe0f\u20e3" }))("is the same for a %s", async (_, sign) => {
    const counted = graphemes(sign.repeat(3));
    vi.stubGlobal("Intl", { ...Intl, Segmenter: undefined });
    vi.resetModules();
    const plain = await import("../src/graphemes");
    expect(plain.graphemes(sign.repeat(3))).toBe(counted);
  });
});

describe("the weight of a text", () => {
  it("is that of its bytes", () => {
    expect(tooHeavy("a".repeat(8_000))).toBe(false);
    expect(tooHeavy("a".repeat(8_001))).toBe(true);
    expect(tooHeavy(signs.emoji.repeat(2_000))).toBe(false);
    expect(tooHeavy(signs.emoji.repeat(2_000) + "a")).toBe(true);
    expect(tooHeavy(signs.family.repeat(500))).toBe(true);
  });
});
