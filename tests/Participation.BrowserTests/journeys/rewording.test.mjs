import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { button, field, give, own, writing } from "../house/acts.mjs";
import { gone, sees, until } from "../house/expect.mjs";
import { House, table } from "../house/house.mjs";
import { speak } from "../house/hub.mjs";
import { smallTargets, tooWide } from "../house/sight.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t).finally(() => house.wire.mend()));

const words = { other: "In other words", now: "It now says", send: "Send the new words", replace: "Replace it with your text", leave: "Leave it as it is" };
const inOther = phone => phone.getByLabel(words.other);

async function room(more = {}) {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  await writing(desk);
  const phone = await house.phone(session, { viewport: { width: 360, height: 740 }, ...more });
  await give(phone, "More tres on the square");
  await sees(own(phone, "More tres on the square"));
  return { desk, session, phone };
}

/** The same seat on another device, which knows nothing of what is being typed on the first. */
const twin = async phone => (await house.device({ viewport: { width: 360, height: 740 }, hasTouch: true, storageState: { cookies: await phone.context().cookies(), origins: [] } })).newPage();

test("one's own idea is said in other words: half a sentence survives a reload, the table has the last words and says how often", async () => {
  const { desk, session, phone } = await room();
  await button(phone, "Reword IM-001").tap();
  await until(() => inOther(phone).inputValue(), "More tres on the square");
  assert.ok(await button(phone, words.send).isDisabled(), "the same words are nothing new");
  await sees(inOther(phone));
  await inOther(phone).fill("More trees on the");
  await phone.reload();
  await until(() => inOther(phone).inputValue(), "More trees on the", "typed words are there again");
  await inOther(phone).pressSequentially(" square");
  assert.deepEqual([await tooWide(phone), await smallTargets(phone)], [[], []]);
  await button(phone, words.send).tap();
  await sees(own(phone, "More trees on the square"));
  await gone(inOther(phone));
  await sees(desk.getByText("reworded once"));
  await until(async () => (await table(desk, session)).includes("More trees on the square") && !(await table(desk, session)).includes("tres"), true);
  // What is being typed anew elsewhere has nothing to do with it.
  assert.equal(await field(phone).inputValue(), "");
});

test("it was reworded elsewhere meanwhile: both stand side by side, and one's own words are replaced by nobody's hand but one's own", async () => {
  const { session, phone } = await room();
  const other = await twin(phone);
  await other.goto(phone.url());
  await button(phone, "Reword IM-001").tap();
  await inOther(phone).fill("More trees, and benches below them");
  await button(other, "Reword IM-001").tap();
  await inOther(other).fill("More trees on the square");
  await button(other, words.send).tap();

  await sees(phone.getByText(words.now));
  await sees(phone.getByRole("blockquote").filter({ hasText: "More trees on the square" }));
  assert.equal(await inOther(phone).inputValue(), "More trees, and benches below them");
  // Who sends it all the same on what they saw first is refused by the server as well, and keeps their words.
  const [answer] = await speak(phone, session, "participant", [{ name: "contribution.reword", item: "writing", data: { contribution: "IM-001", basis: 1, texts: { text: "Too late" } } }]);
  assert.equal(answer.refused.code, "contribution.stale");

  await button(phone, words.replace).tap();
  await sees(own(phone, "More trees, and benches below them"));
  await sees(own(other, "More trees, and benches below them"));
  await gone(phone.getByText(words.now));
});

test("words that the server refused, for somebody was faster, are in their field again beside what stands there", async () => {
  const { session, phone } = await room({ wired: true });
  await button(phone, "Reword IM-001").tap();
  await inOther(phone).fill("More trees, and benches below them");
  await phone.context().setOffline(true);
  house.wire.cut();
  await button(phone, words.send).tap();
  await sees(phone.getByText("Being reworded…"));
  // The same seat, from another device.
  const elsewhere = await twin(phone);
  await elsewhere.goto(`${new URL(session.participant).origin}/healthz`);
  const [answer] = await speak(elsewhere, session, "participant", [{ name: "contribution.reword", item: "writing", data: { contribution: "IM-001", basis: 1, texts: { text: "More trees on the square" } } }]);
  assert.equal(answer.refused, undefined);
  house.wire.mend();
  await phone.context().setOffline(false);
  await sees(phone.getByText("This was reworded elsewhere in the meantime. Your text is kept here"));
  await until(() => inOther(phone).inputValue(), "More trees, and benches below them");
  await sees(phone.getByRole("blockquote").filter({ hasText: "More trees on the square" }));
  await sees(inOther(phone));
  await button(phone, words.leave).tap();
  await gone(inOther(phone));
  await sees(own(phone, "More trees on the square"));
});
