import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { advance, button, openStep, start } from "../house/acts.mjs";
import { sees, until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";
import { reads, translates } from "../house/translator.mjs";

let house;
let secret;
before(async () => { [house, secret] = await Promise.all([House.open(), House.open(join(import.meta.dirname, "../house/secret-ballots"))]); });
after(() => Promise.all([house?.close(), secret?.close()]));
afterEach(async t => {
  await house.leave(t);
  await secret.leave(t);
});

const statement = phone => phone.locator("section.opinion p.statement");
const translation = phone => phone.locator("[data-translated]").first();

test("on a page that the browser translates, what is voted on is what is read, and the clock and the counters go on", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { workshop: "Opinion round", language: "en" });
  const phone = await house.phone(session);
  await translates(phone);
  await sees(translation(phone));
  await start(desk);
  await advance(desk);
  await translates(desk);
  await sees(statement(phone));

  await desk.keyboard.press("t");
  const clock = phone.locator(".clock strong");
  for (const where of [clock, desk.locator(".top .clock")]) {
    const first = await reads(where);
    await until(() => reads(where), text => text !== first, "the clock goes on");
  }

  // Everything is answered; what the phone's own list says was answered is what was read, in that order.
  const read = [];
  for (let words = await reads(statement(phone)); !words.startsWith("You have answered all"); words = await reads(statement(phone))) {
    assert.ok(!read.includes(words), `${words} is still on screen`);
    read.push(words);
    await phone.locator(".answers .agree").first().tap();
    await sees(phone.getByText(new RegExp(`^≈?${read.length} of `)));
    await until(() => reads(statement(phone)), text => text !== words, "the next statement");
  }
  assert.equal(read.length, 8);
  await phone.getByText("Your answers").tap();
  const answered = phone.locator(".cards .card .words");
  await until(() => answered.count(), read.length);
  assert.deepEqual((await answered.allTextContents()).map(x => x.replaceAll("≈", "")).reverse(), read);
  await sees(translation(phone));
  await until(() => reads(desk.locator(".counts dd").nth(2)), "1", "the console's counter");
});

test("a secret ballot on a translated page names its statement, the same in the question as on the screen", async () => {
  const desk = await secret.facilitator();
  const session = await secret.session(desk, { workshop: "The old barracks", language: "en" });
  const phone = await secret.phone(session);
  await translates(phone);
  await start(desk);
  await openStep(desk, "How to pay for it");
  const read = new Set();
  for (const n of [1, 2]) {
    const words = await reads(statement(phone));
    const number = /^OP-\d+/.exec(words)[0];
    assert.equal(await statement(phone).getAttribute("data-id"), number);
    read.add(words);
    await phone.locator(".answers .agree").first().tap();
    await phone.getByText("Hand in my ballot").tap();
    await sees(phone.getByRole("alertdialog").getByText(number));
    await phone.getByText("Hand it in").tap();
    await sees(phone.getByText(`${n} of 2 answered`));
  }
  assert.equal(read.size, 2);
});

test("a page whose drawing fails begins anew, and goes on with its line and its words", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const phone = await house.phone(session);
  await start(desk);
  await sees(phone.getByRole("heading", { name: "Welcome" }));
  await phone.evaluate(() => {
    const real = Node.prototype.insertBefore;
    Node.prototype.insertBefore = () => {
      Node.prototype.insertBefore = real;
      throw new Error("not a child of this node");
    };
  });
  await advance(desk);
  await sees(phone.getByLabel("Your contribution"));
  await phone.getByLabel("Your contribution").fill("Shade on every square");
  await button(phone, "Send").tap();
  await sees(phone.getByText("Received").first());
  const [error, ...others] = house.watch.notes.splice(0);
  assert.match(error, /not a child of this node/);
  assert.deepEqual(others, []);
});
