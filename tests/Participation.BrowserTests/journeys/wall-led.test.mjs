import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { advance, button, press, start, writing } from "../house/acts.mjs";
import { absent, gone, sees, until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";
import { speaks } from "../house/hub.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const words = Array.from({ length: 13 }, (_, n) => `Idea of number ${n + 1} for the street`);
const pageOf = wall => until(async () => (await wall.locator(".wall-pager").innerText().catch(() => "")).match(/\d+ of \d+/)?.[0], found => found, "a page");
const at = (wall, page) => until(() => pageOf(wall), page);

test("walls are led from the console, turn by their own keys as well, and the console shows small what hangs", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const small = desk.frameLocator(".wall-small iframe");
  const told = desk.getByRole("region", { name: "On the screen in the room" });
  const on = name => button(told, name);
  await sees(told.getByText("No screen is open in the room yet."));
  const [wall, phone] = [await house.projector(session), await house.phone(session)];
  await sees(told.getByText("1 screen", { exact: true }));
  await writing(desk);
  await speaks(phone, session, "participant", words.map(text => ({ name: "ideas.give", item: "writing", data: { text } })));

  // What the room must not see yet the console knows, and its picture of the wall does not.
  await sees(desk.getByText(words[12]));
  await sees(wall.getByText("13", { exact: true }));
  await absent(small.getByText(/Idea of number/), sees(small.getByText("13", { exact: true })));
  await button(desk, "Show results").click();
  // What was written in silence is read from its beginning.
  for (const screen of [wall, small]) await at(screen, "1 of 3");
  await sees(small.getByText(words[0]));
  await sees(told.getByText("Page 1 of 3"));
  for (const page of ["2 of 3", "3 of 3"]) {
    await on("Screen: next page or contribution").click();
    for (const screen of [wall, small]) await at(screen, page);
  }
  await sees(small.getByText(words[12]));
  await sees(told.getByText("Page 3 of 3"));

  const other = await house.projector(session);
  await sees(told.getByText("2 screens"));
  await on("Screen: page or contribution before").click();
  for (const screen of [wall, other, small]) await at(screen, "2 of 3");
  await press(desk, ",");
  for (const screen of [wall, other, small]) await at(screen, "1 of 3");
  await sees(told.locator("[data-wall=before]:disabled"));

  // The wall's own keyboard turns that wall; the console says so, and leads all of them again from there.
  await press(wall, "ArrowRight");
  for (const screen of [wall, small]) await at(screen, "2 of 3");
  await sees(told.getByText("1 screen shows something else."));
  await at(other, "1 of 3");
  await press(desk, ".");
  for (const screen of [wall, other, small]) await at(screen, "3 of 3");
  await sees(told.getByText("2 screens"));

  // One by one, also on a wall that comes only now.
  const card = screen => screen.locator(".wall-zoom");
  await press(desk, "z");
  for (const screen of [wall, other, small]) await sees(card(screen).getByText("IM-001"));
  await press(desk, ".");
  const late = await house.projector(session);
  for (const screen of [wall, other, small, late]) await sees(card(screen).getByText("IM-002"));
  // It was led before the server knew of it, and shows the same as the others: the console says so.
  await sees(told.getByText("3 screens", { exact: true }));
  await press(wall, "ArrowRight");
  await sees(card(wall).getByText("IM-003"));
  await sees(card(small).getByText("IM-003"));

  // Nothing at all, and back.
  await press(desk, "w");
  for (const screen of [wall, other, late]) await sees(screen.locator(".wall-blank"));
  await sees(small.locator(".wall-blank"));
  assert.equal(await on("Blank").getAttribute("aria-pressed"), "true");
  await on("Blank").click();
  for (const screen of [wall, other, late, small]) await gone(screen.locator(".wall-blank"));
  for (const screen of [wall, other, late]) await at(screen, "3 of 3");

  // A card that is gone with its step covers nothing.
  await on("One by one").click();
  await sees(card(other));
  await sees(card(other).getByText("IM-001"));
  await advance(desk);
  await gone(card(other));
  await absent(card(wall), sees(wall.getByText("Reading out")));
  assert.equal(await desk.locator(".wall-small iframe").getAttribute("inert"), "");
});

test("who leads by a link sees the wall small as well", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const link = await house.leaderLink(desk);
  await start(desk);
  const second = await (await house.device({ viewport: { width: 1366, height: 768 } })).newPage();
  await second.goto(link.replace(house.server.lan, house.server.local));
  await second.getByRole("button").first().click();
  await second.waitForURL(new RegExp(`/console/${session.id}$`));
  await sees(second.frameLocator(".wall-small iframe").getByRole("main"));
  await sees(second.frameLocator(".wall-small iframe").getByText(/Step 1 of/));
});

/** A browser that can keep a screen awake, as one does over https, and says how often it was asked. */
const wakeful = () => {
  window.asked = 0;
  Object.defineProperty(navigator, "wakeLock", { value: { request: async () => (++window.asked, { release: async () => {} }) } });
  let sight = "visible";
  Object.defineProperty(document, "visibilityState", { get: () => sight });
  window.see = what => { sight = what; document.dispatchEvent(new Event("visibilitychange")); };
};

test("a wall keeps its machine awake, asks again when it is seen again, and a picture of it does not", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const context = await house.device();
  await context.addInitScript(wakeful);
  const wall = await context.newPage();
  await wall.goto(session.projector);
  await sees(wall.getByRole("main"));
  const asked = () => wall.evaluate(() => window.asked);
  await until(asked, 1);
  await wall.evaluate(() => window.see("hidden"));
  await wall.evaluate(() => window.see("visible"));
  await until(asked, 2);
  await wall.goto(`${new URL(wall.url()).origin}/projector/${session.id}/picture`);
  await sees(wall.locator(".wall-page"));
  assert.equal(await asked(), 0);
});
