import { expect, it } from "vitest";
import { gift } from "../src/phone/room";

it("counts beside the server's word until that word includes it", () => {
  const given = (more: object, upTo: number) => gift({ command: "c", at: 1, session: "s", name: "dot-vote.cast", data: {}, ...more }, upTo);
  expect(given({}, 9)).toMatchObject({ state: "kept", included: false });
  expect(given({ received: 8 }, 7)).toMatchObject({ state: "received", included: false });
  expect(given({ received: 8 }, 8)).toMatchObject({ state: "received", included: true });
});
