import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { advance, start } from "../house/acts.mjs";
import { sees, until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const next = desk => desk.getByRole("button", { name: "Next step" });
const at = desk => desk.locator(".step.is-open > .numeral").textContent();

/** Two taps where the finger is, as fast as it goes. */
async function tapsTwice(phone, what) {
  await what.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await what.boundingBox();
  for (let n = 0; n < 2; n++) await phone.touchscreen.tap(x + width / 2, y + height / 2);
}

test("a double click moves one step, and a key that is held down moves one step", async () => {
  const desk = await house.facilitator();
  await house.session(desk, { language: "en" });
  await start(desk);
  await sees(desk.getByRole("region", { name: "Welcome" }));
  await next(desk).dblclick();
  await until(() => at(desk), "2");
  // The next single click shows that nothing else was on its way.
  await advance(desk);
  await until(() => at(desk), "3");

  const settled = () => sees(desk.locator(".acts-set:not(.settling)"));
  await settled();
  await next(desk).focus();
  for (let n = 0; n < 12; n++) await desk.keyboard.down("Enter");
  await desk.keyboard.up("Enter");
  await until(() => at(desk), "4");
  await advance(desk);
  await until(() => at(desk), "5");
});

test("two quick taps on an answer answer one statement, and leave the next one unanswered", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { workshop: "Opinion round", language: "en" });
  const phone = await house.phone(session);
  await start(desk);
  await advance(desk);
  const agree = phone.getByRole("button", { name: "Agree", exact: true }).first();
  await agree.tap();
  await sees(phone.getByText("1 of 8 answered"));
  await sees(phone.locator(".opinion:not(.settling)"));
  await tapsTwice(phone, agree);
  await sees(phone.getByText("2 of 8 answered"));
  await agree.tap();
  await sees(phone.getByText("3 of 8 answered"));

  // What asks once more stands where the finger is: the same two taps do not answer it.
  await sees(phone.locator(".opinion:not(.settling)"));
  await phone.getByText("Your data", { exact: true }).tap();
  await tapsTwice(phone, phone.getByRole("button", { name: "Erase my words" }));
  await sees(phone.getByRole("alertdialog"));
  assert.equal(await phone.getByText("Your words are erased.").count(), 0);
});
