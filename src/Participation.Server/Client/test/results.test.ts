import { describe, expect, it } from "vitest";
import { closesApart, commandOf, mayStayOpen, nextOf } from "../src/console/results";

const ballots = { fewest: 5, entitled: 9, voters: 6, waiting: 6, counted: false, tooFew: 0, tooClose: 0 };
const vote = { hidden: true, locked: false, repeats: true };
const secret = { ...vote, ballots };

describe("the way of results", () => {
  it("closes a vote when it shows what came of it, and says without closing only apart", () => {
    expect(nextOf(vote)).toBe("close-and-show");
    expect(commandOf["close-and-show"]).toEqual({ name: "step.reveal", data: { close: true } });
    expect(mayStayOpen(vote)).toBe(true);
  });
  it("shows what is closed already, and what is no vote, as it is", () => {
    expect(nextOf({ ...vote, locked: true })).toBe("show");
    expect(nextOf({ ...vote, repeats: false })).toBe("show");
    expect([{ ...vote, locked: true }, { ...vote, repeats: false }, { ...vote, hidden: false }, secret].map(mayStayOpen)).toEqual([false, false, false, false]);
  });
  it("walks a secret vote from the close over the last ballots and the count to the results", () => {
    expect(nextOf(secret)).toBe("close");
    expect(nextOf({ ...secret, locked: true }, 7)).toBe("wait");
    expect(nextOf({ ...secret, locked: true }, 0)).toBe("count");
    const counted = { ...ballots, waiting: 0, counted: true };
    expect(nextOf({ ...secret, locked: true, ballots: counted })).toBe("show");
    expect(nextOf({ ...secret, locked: true, hidden: false, ballots: counted })).toBe("hide");
  });
  it("offers of a secret vote nothing that the server would refuse", () => {
    expect(closesApart(secret)).toBe(false);
    expect(closesApart(vote)).toBe(true);
    expect(nextOf({ ...secret, locked: true, ballots: { ...ballots, voters: 0, waiting: 0 } })).toBe("reopen");
    expect(nextOf({ ...secret, hidden: false })).toBe("close");
  });
});
