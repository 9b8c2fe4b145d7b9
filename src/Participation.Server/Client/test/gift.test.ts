import { expect, it } from "vitest";
import { gift } from "../src/phone/room";
import { underway } from "../src/ui/underway";

it("counts beside the server's word until that word includes it", () => {
  const given = (more: object, upTo: number) => gift({ command: "c", at: 1, session: "s", name: "dot-vote.cast", data: {}, ...more }, upTo);
  expect(given({}, 9)).toMatchObject({ state: "kept", included: false });
  expect(given({ received: 8 }, 7)).toMatchObject({ state: "received", included: false });
  expect(given({ received: 8 }, 8)).toMatchObject({ state: "received", included: true });
});

it("stands among one's own from the first moment, the newest first, until the server's word includes it or says no", () => {
  const given = (text: string, more: object = {}) => gift({ command: text, at: 1, session: "s", name: "contribution.write", data: { texts: { text } }, ...more }, 7);
  const all = [given("included", { received: 7 }), given("received", { received: 8 }), given("refused", { refused: { code: "x" } }), given("kept"), gift({ command: "w", at: 2, session: "s", name: "contribution.withdraw", data: {} })];
  expect(underway(all, "contribution.write ideas.give").map(x => (x.data as { texts: { text: string } }).texts.text)).toEqual(["kept", "received"]);
});
