import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { button, field, give, own, writing } from "../house/acts.mjs";
import { absent, gone, sees, until } from "../house/expect.mjs";
import { House, table } from "../house/house.mjs";
import { speak } from "../house/hub.mjs";
import { barriers, nothing, smallTargets, tooWide } from "../house/sight.mjs";

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

const typed = { label: "The idea, in the person’s own words", save: "Save the new words" };

/** Creates a seat for somebody without a phone where one writes for them, and types an idea. */
async function typeFor(place, text) {
  await button(place, "Create a seat").click();
  await place.getByLabel(typed.label).fill(text);
  await button(place, "Send").click();
  await sees(place.getByText("Sent: 1 contribution, marked as transcribed."));
}

test("what was typed for somebody without a phone is said in other words on the console: half a sentence survives, both wordings stand side by side, undo gives the first one back", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  await writing(desk);
  const phone = await house.phone(session);
  await give(phone, "A pond");
  await sees(desk.getByText("A pond"));
  await button(desk, "Person without a phone").click();
  await typeFor(desk.getByRole("dialog", { name: "Person without a phone" }), "More tres on the square");
  await desk.keyboard.press("Escape");

  // Only what was typed can be typed anew: nobody puts words into the mouth of somebody who has a phone.
  const card = desk.locator("[data-card=IM-002]");
  await sees(card.getByText("More tres on the square"));
  assert.equal(await button(desk, "Reword IM-001").count(), 0);
  await card.focus();
  await desk.keyboard.press("r");
  const sheet = desk.getByRole("dialog", { name: "Reword IM-002" });
  await until(() => sheet.getByLabel(words.other).inputValue(), "More tres on the square");
  assert.ok(await button(sheet, typed.save).isDisabled(), "the same words are nothing new");
  await sheet.getByLabel(words.other).fill("More trees, and");
  await desk.reload();
  await button(desk, "Reword IM-002").click();
  await until(() => sheet.getByLabel(words.other).inputValue(), "More trees, and");
  nothing(await barriers(desk, "rewording on the console"), "rewording on the console");

  // Somebody else who leads says it otherwise meanwhile.
  const guest = await desk.evaluate(() => localStorage.getItem(Object.keys(localStorage).find(x => x.startsWith("guest/"))));
  const [answer] = await speak(desk, session, "facilitator", [{ name: "contribution.reword", item: "writing", for: guest, data: { contribution: "IM-002", basis: 1, texts: { text: "More trees on the square" } } }]);
  assert.equal(answer.refused, undefined);
  await sees(sheet.getByText(words.now));
  await sees(sheet.getByRole("blockquote").filter({ hasText: "More trees on the square" }));
  assert.equal(await sheet.getByLabel(words.other).inputValue(), "More trees, and");
  await sheet.getByLabel(words.other).fill("More trees, and benches below them");
  await button(sheet, words.replace).click();
  await gone(sheet.getByText(words.now));
  await sees(card.getByText("More trees, and benches below them"));
  await sees(card.getByText("reworded 2 times"));

  const undo = desk.locator("button.undo");
  await sees(undo.getByText("IM-002 reworded"));
  await undo.click();
  await sees(card.getByText("More trees on the square"));
  await until(async () => (await table(desk, session)).includes("More trees on the square"), true);
});

test("a scribe says in other words what was typed at the own table, and no longer when the step takes nothing more", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en", tables: ["Adda", "Brianza"] });
  const pages = [];
  for (const name of ["Adda", "Brianza"]) {
    const page = await (await house.device({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(await desk.getByLabel(`Scribe, ${name}`, { exact: true }).inputValue());
    pages.push(page);
  }
  const [scribe, other] = pages;
  await writing(desk);
  await typeFor(scribe, "More tres on the square");
  await other.getByLabel("Table", { exact: true }).selectOption("all");
  await sees(other.getByText("More tres on the square"));
  assert.equal(await button(other, "Reword IM-001").count(), 0);
  await button(scribe, "Reword IM-001").click();
  const sheet = scribe.getByRole("dialog", { name: "Reword IM-001" });
  await sheet.getByLabel(words.other).fill("More trees on the square");
  nothing(await barriers(scribe, "rewording on the scribe's page"), "rewording on the scribe's page");
  await button(sheet, typed.save).click();
  await sees(scribe.locator("[data-card=IM-001]").getByText("More trees on the square"));
  // It is the same contribution: none more was sent.
  await sees(scribe.getByText("Sent: 1 contribution, marked as transcribed."));
  await sees(desk.getByText("More trees on the square"));
  // Who is writing when the step closes keeps what is typed before their eyes, and can send it when it opens again.
  await button(scribe, "Reword IM-001").click();
  await sheet.getByLabel(words.other).fill("More trees, and benches");
  await button(desk, "Close answers").click();
  await sees(sheet.getByText("Nothing can be changed now. What you typed is kept in this window."));
  assert.equal(await sheet.getByLabel(words.other).inputValue(), "More trees, and benches");
  assert.ok(await button(sheet, typed.save).isDisabled());
  await scribe.keyboard.press("Escape");
  await absent(button(scribe, "Reword IM-001"), sees(scribe.getByText("Answers are closed for now")));
  await button(desk, "Reopen answers").click();
  await button(scribe, "Reword IM-001").click();
  await button(sheet, typed.save).click();
  await sees(desk.getByText("More trees, and benches"));
});
