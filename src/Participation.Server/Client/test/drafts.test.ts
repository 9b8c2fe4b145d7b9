import { describe, expect, it } from "vitest";
import { clearDraft, draftCommand, draftKey, draftText, giveBack, handDraft, writeDraft } from "../src/drafts";

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
