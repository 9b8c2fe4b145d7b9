import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { advance, button, field, writing } from "../house/acts.mjs";
import { sees, until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";
import { barriers, nothing, smallTargets, tooWide } from "../house/sight.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

/** A thumb that falls on the middle of it hits it: it is in view, and nothing lies over it. */
const inView = locator => locator.evaluate(x => {
  const { left, top, width, height } = x.getBoundingClientRect();
  return x.contains(document.elementFromPoint(left + width / 2, top + height / 2));
});

test("Send and the time that is left are in view while somebody writes, also above a keyboard, and a phone without a task is told what the room does", async () => {
  const found = [];
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const phone = await house.phone(session, { bypassCSP: true });
  await writing(desk);
  await desk.keyboard.press("t");
  await sees(phone.locator(".clock strong"));
  await field(phone).fill("Shade on every square, and benches where people wait");
  for (const height of [740, 420]) {
    await phone.setViewportSize({ width: 360, height });
    for (const top of [0, 120]) {
      await phone.evaluate(y => scrollTo(0, y), top);
      for (const what of [button(phone, "Send"), phone.locator(".clock strong")]) await until(() => inView(what), true, `${what} at ${height}, scrolled by ${top}`);
    }
  }
  await phone.setViewportSize({ width: 360, height: 740 });
  await phone.evaluate(() => scrollTo(0, 0));
  assert.equal(await phone.getByRole("group").filter({ hasText: "optional" }).count(), 3);
  for (const scheme of ["light", "dark"]) {
    await phone.emulateMedia({ colorScheme: scheme });
    if (process.env.SHOTS) await phone.screenshot({ path: `${process.env.SHOTS}/thumb-${scheme}.png` });
  }
  found.push(...await barriers(phone, "writing"), ...(await tooWide(phone)).map(x => `writing: ${x}`), ...(await smallTargets(phone)).map(x => `writing: ${x}`));

  await advance(desk);
  await sees(phone.getByText("The cards are being read out in the room, one by one."));
  await sees(phone.getByText(/You can still send it for \d seconds?\./));
  if (process.env.SHOTS) await phone.screenshot({ path: `${process.env.SHOTS}/thumb-kept.png` });
  found.push(...await barriers(phone, "kept"), ...(await tooWide(phone)).map(x => `kept: ${x}`), ...(await smallTargets(phone)).map(x => `kept: ${x}`));
  nothing(found, "phone");
});
