import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";
import { button, given, writing } from "../house/acts.mjs";
import { gone, sees } from "../house/expect.mjs";
import { House, table } from "../house/house.mjs";
import { barriers, nothing, smallTargets, tooWide } from "../house/sight.mjs";

let house;
const sound = async (page, state, phone = true) => {
  nothing(await barriers(page, state), "barriers");
  if (phone) nothing([...await tooWide(page), ...await smallTargets(page)], state);
};
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

test("who took part sees what is held of them, saves a copy and erases it; a facilitator erases a card's words", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const [phone, other] = await Promise.all([1, 2].map(() => house.phone(session)));
  await writing(desk);
  await given(phone, "A quiet courtyard behind the school", { kind: "Idea" });
  await given(other, "My neighbour Mario parks on the pavement", { kind: "Idea" });
  await sees(phone.getByText("A quiet courtyard behind the school"));
  for (const page of [desk, other]) await sees(page.getByText("Mario"));

  await phone.getByText("Your data", { exact: true }).tap();
  await sees(phone.getByText(/All words of this session are erased on/));
  const coming = phone.waitForEvent("download");
  await phone.getByText("Save a copy of your data").tap();
  const copy = await readFile(await (await coming).path(), "utf8");
  assert.match(copy, /A quiet courtyard behind the school/);
  assert.doesNotMatch(copy, /Mario/);
  await sound(phone, "own data");
  await button(phone, "Erase my words").tap();
  await sees(phone.getByText("Nobody can bring it back", { exact: false }));
  await sound(phone, "own data");
  await button(phone, "Erase for good").tap();
  await sees(phone.getByText("Your words are erased."));
  await gone(phone.getByText("A quiet courtyard behind the school"));
  const left = await phone.evaluate(async () => JSON.stringify([Object.entries(localStorage), await Promise.all((await indexedDB.databases()).map(base => new Promise(done => {
    const opening = indexedDB.open(base.name);
    opening.onsuccess = () => {
      const [name] = opening.result.objectStoreNames;
      const asking = opening.result.transaction(name).objectStore(name).getAll();
      asking.onsuccess = () => done(asking.result);
    };
  })))]));
  assert.doesNotMatch(left, /quiet courtyard/);

  await desk.getByRole("button", { name: "Enlarge IM-002" }).click();
  await button(desk, "Erase words for good").click();
  await sees(desk.getByText("The words leave the record", { exact: false }));
  await sound(desk, "a card to erase", false);
  await button(desk, "Erase words for good").click();
  await gone(desk.getByText("Mario"));
  await gone(other.getByText("Mario"));

  await desk.getByRole("button", { name: /^People/ }).click();
  await desk.getByRole("button", { name: "Erase all that this person wrote 1" }).click();
  await sees(desk.getByText("The words leave the record", { exact: false }));
});

test("who was removed sees what is held of them, saves it and erases it, also after a reload", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title: "Removed", language: "en" });
  const phone = await house.phone(session);
  await writing(desk);
  await given(phone, "The old barracks as a playground", { kind: "Idea" });
  await desk.getByRole("button", { name: /^People/ }).click();
  await button(desk, "Remove 1").click();
  await sees(phone.getByRole("heading", { name: "You no longer take part in this session" }));
  await phone.reload();
  await sees(phone.getByRole("heading", { name: "You no longer take part in this session" }));
  await phone.getByText("Your contributions").tap();
  await sees(phone.getByText("The old barracks as a playground"));
  await phone.getByText("Your data", { exact: true }).tap();
  const coming = phone.waitForEvent("download");
  await phone.getByText("Save a copy of your data").tap();
  assert.match(await readFile(await (await coming).path(), "utf8"), /The old barracks as a playground/);
  await sound(phone, "removed");
  await button(phone, "Erase my words").tap();
  await button(phone, "Erase for good").tap();
  await sees(phone.getByText("Your words are erased."));
  await gone(phone.getByText("The old barracks as a playground"));
  assert.doesNotMatch(await table(desk, session), /barracks/);
});
