import { describe, expect, it } from "vitest";
import { gift } from "../src/phone/room";
import type { Item } from "../src/views";
import { before as dots } from "../../../Participation/Activities/DotVote/before";
import { before as opinions } from "../../../Participation/Activities/Opinions/before";
import { amountsOf, ballots, cast, choicesOf } from "../src/voting/ballots";

const item = (secret: boolean) => ({ id: "v", ...(secret && { ballots: {} }) }) as Item;
const entry = (name: string, data: object, more: object = {}) => gift({ command: `${name}${JSON.stringify(data)}`, at: 1, session: "s", name, data, ...more }, 5);

describe("ballots", () => {
  it("are the same under the names that earlier pages gave them", () => {
    const old = [
      entry("dot-vote.cast", { dots: { b: 1, "IM-017": 2, a: 0 } }, { received: 5 }), entry("opinions.vote", { statement: "OP-001", vote: "pass" }, { note: "Trees" }),
      entry("opinions.vote", { statement: "OP-002" }, { received: 6 }), entry("dot-vote.cast", {}, { received: 4 }),
    ];
    expect(ballots(old, x => dots(x) ?? opinions(x))).toEqual([
      { paper: "", choices: ["1 b", "2 IM-017"], going: false, included: true, note: undefined }, { paper: "OP-001", choices: ["pass"], going: true, included: false, note: "Trees" },
      { paper: "OP-002", choices: [], going: false, included: false, note: undefined }, { paper: "", choices: [], going: false, included: true, note: undefined },
    ]);
  });

  it("count beside each other in the order in which they were given, without what was refused or is none", () => {
    const given = [
      entry("dot-vote.cast", { dots: { a: 1 } }), entry("ballot.cast", { paper: "", choices: ["3 a"] }), entry("ballot.cast", { paper: "", choices: ["9 a"] }, { refused: { code: "x" } }), entry("opinions.add", { text: "Trees" }),
    ];
    expect(ballots(given, dots).map(x => x.choices)).toEqual([["1 a"], ["3 a"]]);
  });

  it("give way to a later one on the same paper, and a secret choice is forgotten", () => {
    const sent: unknown[] = [];
    const send = (...all: unknown[]) => void sent.push(all);
    cast(send, item(false), { paper: "OP-001", choices: ["agree"] }, { note: "Trees" });
    cast(send, item(true), { paper: "", choices: ["1 a"] }, { field: "dots" });
    expect(sent).toEqual([
      ["ballot.cast", { paper: "OP-001", choices: ["agree"] }, { slot: "ballot.cast/v/OP-001", note: "Trees" }],
      ["ballot.cast", { paper: "", choices: ["1 a"] }, { slot: "ballot.cast/v/", secret: { paper: "" }, field: "dots" }],
    ]);
  });

  it("say how much goes to what, and back", () => {
    expect(amountsOf(choicesOf({ a: 2, "IM-1 b": 12, none: 0 }))).toEqual({ a: 2, "IM-1 b": 12 });
  });
});
