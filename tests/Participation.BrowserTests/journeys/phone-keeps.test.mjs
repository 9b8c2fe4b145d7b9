import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { advance, button, field, given, writing } from "../house/acts.mjs";
import { absent, gone, sees, until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const kept = phone => phone.locator(".notice[role=status]:has(blockquote)");

test("what somebody is writing when the step moves on is shown, can be copied, and is sent for a moment all the same", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const phones = await Promise.all([house.phone(session), house.phone(session, { permissions: ["clipboard-read", "clipboard-write"], baseURL: house.server.local })]);
  await writing(desk);
  const words = ["A night bus for those who", "Shade on every square and"];
  for (const [n, phone] of phones.entries()) await field(phone).fill(words[n]);
  await advance(desk);
  for (const [n, phone] of phones.entries()) await sees(kept(phone).getByText(words[n]));

  await kept(phones[0]).getByRole("button", { name: "Send anyway" }).tap();
  await gone(kept(phones[0]).getByText(words[0]));
  await sees(desk.getByText(words[0]));

  await button(phones[1], "Copy text").tap();
  await sees(button(phones[1], "Copied"));
  assert.equal(await phones[1].evaluate(() => getSelection().toString()), words[1]);
  // Over a reload it is there still; who has seen it puts it away, and with its step it comes back into its field.
  await phones[1].reload();
  await sees(kept(phones[1]).getByText(words[1]));
  await button(phones[1], "Understood").tap();
  await gone(kept(phones[1]).getByText(words[1]));
  await desk.getByRole("button", { name: "Back", exact: true }).click();
  await until(() => field(phones[1]).inputValue(), words[1]);
});

test("a chosen kind and theme are taken back by a second tap, a place is not cut, and marks stay on their own card", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const [phone, wall] = [await house.phone(session), await house.projector(session)];
  await writing(desk);
  for (const name of ["Project", "Mobility"]) {
    const choice = phone.getByRole("radio", { name });
    await phone.getByText(name, { exact: true }).tap();
    assert.equal(await choice.isChecked(), true);
    await phone.getByText(name, { exact: true }).tap();
    await until(() => choice.isChecked(), false, `${name} is taken back`);
  }
  await field(phone).fill("Trees");
  await phone.getByText("Where?").tap();
  const place = phone.getByLabel("Name of the place");
  await place.fill("x".repeat(111));
  assert.equal((await place.inputValue()).length, 111);
  await sees(phone.getByText("31 characters too many"));
  assert.equal(await button(phone, "Send").isDisabled(), true);
  await place.fill("Gorgonzola");
  await button(phone, "Send").tap();
  await sees(phone.getByText("Gorgonzola"));

  const marks = "x" + "\u0301".repeat(100);
  await given(phone, marks);
  await desk.keyboard.press("h");
  await sees(wall.getByText(marks));
  for (const page of [phone, desk, wall]) {
    const loose = await page.getByText(marks).evaluateAll(all => all.filter(x => x.checkVisibility()).map(x => {
      let box = x.closest("bdi") ?? x;
      while (getComputedStyle(box).display.startsWith("inline") && !getComputedStyle(box).display.includes("-")) box = box.parentElement;
      return getComputedStyle(box).overflowY === "visible" ? box.outerHTML.slice(0, 60) : "";
    }).filter(x => x));
    assert.deepEqual(loose, []);
  }
});

test("a zone that the list does not have is said beside its field and holds the way in until one is chosen or the field is cleared", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  for (const mend of ["choose", "clear"]) {
    const phone = await (await house.device({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })).newPage();
    await phone.goto(session.participant);
    const [zone, go] = [phone.getByRole("combobox", { name: "Zone" }), button(phone, "I agree, go in")];
    await zone.tap();
    await phone.keyboard.type("Brixen");
    await go.tap();
    await sees(phone.getByText("This is not in the list"));
    // Not in silence: the words stand where they were typed, and nobody went in without them.
    assert.deepEqual([await zone.inputValue(), await zone.getAttribute("aria-invalid"), await zone.evaluate(x => x.matches(":focus"))], ["Brixen", "true", true]);
    assert.equal(await phone.locator("form.entry").evaluate(form => form.checkValidity()), false);
    await zone.fill("");
    if (mend === "choose") {
      const first = phone.getByRole("listbox", { name: "Zone" }).getByRole("option").first();
      const name = await first.textContent();
      await first.tap();
      await until(() => zone.inputValue(), name);
    }
    await go.tap();
    await sees(phone.getByRole("heading", { name: "You are in" }));
  }
});

test("the code is found in what was pasted, the field is left alone while a keyboard composes, and a mistyped code is kept and selected", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const phone = await (await house.device({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })).newPage();
  await phone.goto(house.server.local);
  const code = phone.getByLabel("Code of this session");
  await sees(code);

  const keyboard = await phone.context().newCDPSession(phone);
  await code.focus();
  await keyboard.send("Input.imeSetComposition", { text: "ｋ７ ｍ", selectionStart: 4, selectionEnd: 4 });
  assert.equal(await code.inputValue(), "ｋ７ ｍ");
  await keyboard.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });

  await code.fill("QQQQQQ");
  await button(phone, "Continue").tap();
  await sees(phone.getByText("No open session has this code."));
  assert.equal(await code.inputValue(), "QQQQQQ");
  await until(() => code.evaluate(x => x.selectionEnd - x.selectionStart), 6, "selected");

  const wide = [...session.code].map(x => String.fromCodePoint(x.codePointAt(0) + 0xfee0)).join("");
  await code.fill(`Code: ${wide}`);
  await button(phone, "Continue").tap();
  await sees(button(phone, "I agree, go in"));

  // A link with what a newsletter hangs on it leads in at once.
  await phone.goto(`${session.participant}?utm_source=mail#top`);
  await sees(button(phone, "I agree, go in"));
  await phone.goto(house.server.local);
  await code.fill(`${session.participant}?utm_source=mail#top`);
  await sees(button(phone, "I agree, go in"));
});

test("a phone with damaged values of its own opens the session and takes an idea", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const phone = await house.phone(session);
  await writing(desk);
  await sees(field(phone));
  await phone.evaluate(() => {
    for (const key of [...Object.keys(localStorage), "outbox/damaged"]) if (/^(draft|door|outbox)\//.test(key)) localStorage.setItem(key, "{");
    for (const field of ["text", "kind", "category", "zone", "place"]) localStorage.setItem(`draft/${location.pathname.split("/")[2]}/writing/${field}`, "{");
  });
  await phone.goto(session.participant);
  await sees(field(phone));
  await given(phone, "Trees along the canal");
  await absent(phone.getByRole("alert"));
});
