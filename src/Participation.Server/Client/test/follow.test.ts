import { describe, expect, it } from "vitest";
import { Follower, ownIn, type Frame, type Whole } from "../src/follow";
import { chance } from "./random";

/** What is followed need be no session. */
interface View { joined: number }
interface Mine { number: number }

const view = (joined: number): View => ({ joined });
const whole = (number: number, mineNumber = 0): Whole<View, Mine> =>
  ({ number, now: "2026-01-01T00:00:00Z", you: { id: "p", role: "participant" }, view: view(number), mineNumber, mine: { number: mineNumber }, epoch: "e" });
// A view that always shows its own number: any frame applied out of order is seen.
const frame = (from: number, number: number): Frame => ({ from, number, patch: [{ op: "replace", path: "/joined", value: number }] });

const joined = (number: number, mineNumber = 0) => {
  const follower = new Follower<View, Mine>();
  expect(follower.joined(whole(number, mineNumber))).toBe(true);
  return follower;
};

describe("the numbers rule", () => {
  it("applies the next frame", () => {
    const follower = joined(5);
    expect(follower.show(frame(5, 7))).toBe(true);
    expect(follower.whole).toMatchObject({ number: 7, view: { joined: 7 } });
  });

  it("ignores an old frame", () => {
    const follower = joined(5);
    expect(follower.show(frame(3, 5))).toBe(true);
    expect(follower.whole).toMatchObject({ number: 5, view: { joined: 5 } });
  });

  it("asks to join again when a number is missing", () => expect(joined(5).show(frame(6, 7))).toBe(false));

  it("asks to join again when a patch does not fit", () =>
    expect(joined(5).show({ from: 5, number: 6, patch: [{ op: "remove", path: "/nowhere" }] })).toBe(false));

  it("keeps frames that come before the answer and judges them then", () => {
    const follower = new Follower<View, Mine>();
    follower.join();
    expect([frame(3, 4), frame(4, 5), frame(5, 6)].map(x => follower.show(x))).toEqual([true, true, true]);
    expect(follower.joined(whole(4))).toBe(true);
    expect(follower.whole).toMatchObject({ number: 6, view: { joined: 6 } });
  });

  it("asks again when the kept frames leave a hole", () => {
    const follower = new Follower<View, Mine>();
    follower.show(frame(8, 9));
    expect(follower.joined(whole(4))).toBe(false);
  });

  it("forgets what it kept before it asked again", () => {
    const follower = joined(5);
    follower.join();
    follower.show(frame(90, 91));
    follower.join();
    expect(follower.joined(whole(7))).toBe(true);
  });

  it("ends at the server's view for any loss, doubling and order of frames", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = chance(seed);
      const follower = new Follower<View, Mine>();
      let server = 0;
      const sent: Frame[] = [];
      const rejoin = () => {
        follower.join();
        if (!follower.joined(whole(server))) rejoin();
      };
      rejoin();
      for (let n = 0; n < 60; n++) {
        const from = server;
        server += 1 + Math.floor(next() * 3);
        sent.push(frame(from, server));
        const arriving = [sent[sent.length - 1]!, sent[Math.floor(next() * sent.length)]!].filter(() => next() < 0.8);
        for (const x of arriving) if (!follower.show(x)) rejoin();
        expect(follower.whole!.view.joined, `seed ${seed}`).toBe(follower.whole!.number);
      }
      const last = frame(server, server + 1);
      server++;
      if (!follower.show(last)) rejoin();
      expect(follower.whole!.number, `seed ${seed}`).toBe(server);
    }
  });
});

describe("what belongs to one participant", () => {
  it("takes the highest number", () => {
    const follower = joined(5, 3);
    follower.mine({ mineNumber: 6, mine: { number: 6 } });
    follower.mine({ mineNumber: 4, mine: { number: 4 } });
    expect(follower.whole!.mine).toEqual({ number: 6 });
  });

  it("is kept while joining, unless the answer is newer", () => {
    const follower = joined(5, 3);
    follower.join();
    follower.mine({ mineNumber: 6, mine: { number: 6 } });
    follower.joined(whole(7, 8));
    expect(follower.whole!.mine).toEqual({ number: 8 });
  });
});

it("shows nothing of another step as one's own in this one, whichever of the two comes first", () => {
  const votes = { next: [] };
  const own = { ...whole(1, 5), mine: { item: "vote", activity: votes } };
  expect(ownIn(own, "vote")).toEqual({ mine: votes, mineNumber: 5 });
  expect(ownIn(own, "dots")).toEqual({ mine: undefined, mineNumber: 0 });
  expect(ownIn({ ...own, mine: undefined }, "vote")).toEqual({ mine: undefined, mineNumber: 0 });
  expect(ownIn(undefined, "vote")).toEqual({ mine: undefined, mineNumber: 0 });
});
