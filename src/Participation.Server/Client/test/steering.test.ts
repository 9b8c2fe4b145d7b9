import { describe, expect, it } from "vitest";
import { alone, isPicture, ledTo, stepOf, within } from "../src/projector/follow";

const item = { id: "writing", round: 1, hidden: false };

describe("what is on a wall", () => {
  it("belongs to its step, its round, and to what is open of it", () => {
    const on = { step: `${stepOf(item)}/overview`, page: 2 };
    expect(within(on, stepOf(item))).toBe(true);
    for (const other of [{ ...item, id: "sorting" }, { ...item, round: 11 }, { ...item, hidden: true }, undefined]) expect(within(on, stepOf(other))).toBe(false);
    expect(within({}, stepOf(item))).toBe(false);
  });
  it("is led once by each steering, so that its own keys are not undone", () => {
    const wall = { steered: { id: 7, to: { page: 1 } }, walls: 1, apart: 0 };
    expect(ledTo(wall, undefined)).toEqual({ page: 1 });
    expect(ledTo(wall, 7)).toBeUndefined();
    expect(ledTo(undefined, 7)).toBeUndefined();
  });
  it("is the first card where none was chosen, and none where the chosen one is gone", () => {
    const things = [{ id: "IM-001" }, { id: "IM-002" }];
    expect([undefined, "IM-002", "IM-009"].map(x => alone(things, x)?.id)).toEqual(["IM-001", "IM-002", undefined]);
  });
  it("is a wall unless its address says that it is a picture of one", () => {
    const session = "01a22122-0cde-7a08-9e48-d68725095a38";
    expect([`/projector/${session}`, `/projector/${session}/picture`, "/projector/picture"].map(isPicture)).toEqual([false, true, false]);
  });
});
