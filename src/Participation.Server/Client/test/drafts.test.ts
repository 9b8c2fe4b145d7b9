import { describe, expect, it } from "vitest";
import { shelf } from "../src/store";
import { leaving, leftBehind, clearDraft, draftCommand, draftKey, draftText, giveBack, handDraft, writeDraft } from "../src/drafts";

describe("a draft", () => {
  it("keeps its id from the first letter to the last", () => {
    const key = draftKey("s", "i", "one");
    writeDraft(key, "a");
    const id = draftCommand(key);
    writeDraft(key, "a longer text");
    expect(draftCommand(key)).toBe(id);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("is forgotten when it is safe elsewhere, but not what was written meanwhile", () => {
    const key = draftKey("s", "i", "two");
    writeDraft(key, "first");
    const sent = draftCommand(key)!;
    writeDraft(key, "");
    writeDraft(key, "second");
    clearDraft(key, sent);
    expect(draftText(key)).toBe("second");
    clearDraft(key, draftCommand(key)!);
    expect(draftText(key)).toBe("");
  });

  it("takes a refused text back under a new id, unless something new stands there", () => {
    const key = draftKey("s", "i", "three");
    writeDraft(key, "late");
    const refused = draftCommand(key)!;
    clearDraft(key, refused);
    expect(giveBack(key, "late")).toBe(true);
    expect(draftText(key)).toBe("late");
    expect(draftCommand(key)).not.toBe(refused);
    expect(giveBack(key, "another")).toBe(false);
    expect(draftText(key)).toBe("late");
  });

  it.each(["", "{", "null", "7", "{}", '{"text":7}'])("counts as empty when it is damaged: %j, and takes new words", damaged => {
    const key = draftKey("s", "i", "damaged");
    shelf.setItem(key, damaged);
    expect(draftText(key)).toBe("");
    writeDraft(key, "new words");
    expect(draftText(key)).toBe("new words");
    expect(draftCommand(key)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is found when its step has gone, if it is words, and is not when it is open, sent, put away or a scribe's", () => {
    writeDraft(draftKey("left", "old", "text"), "half a sentence", true);
    writeDraft(draftKey("left", "old", "kind"), "idea");
    writeDraft(draftKey("left", "sent", "text"), "on its way", true);
    handDraft(draftKey("left", "sent", "text"));
    writeDraft(draftKey("left", "seen", "text"), "put away");
    writeDraft(draftKey("left/scribe", "old", "text"), "of the table", true);
    const found = [{ key: "draft/left/old/text", text: "half a sentence" }];
    expect(leftBehind("left", "new")).toEqual(found);
    expect(leftBehind("left", undefined)).toEqual(found);
    expect(leftBehind("left", "old")).toEqual([]);
    expect(draftText("draft/left/seen/text")).toBe("put away");
    expect(leaving.size).toBe(0);
  });

  it("keeps what is written while the text before it is on its way into the outbox", () => {
    const key = draftKey("s", "i", "handed");
    writeDraft(key, "first");
    const first = handDraft(key)!;
    writeDraft(key, "second");
    clearDraft(key, first);
    expect(draftText(key)).toBe("second");
    expect(draftCommand(key)).not.toBe(first);
  });
});
