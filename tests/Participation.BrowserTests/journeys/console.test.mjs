import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { advance, button, closeSession, given, press, start, writing } from "../house/acts.mjs";
import { absent, gone, sees, until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";
import { speaks } from "../house/hub.mjs";
import { barriers, brokenWords, cutWords, nothing, tooWide } from "../house/sight.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const texts = ["Trees along every road between two towns", "One counter for permits of all municipalities", "A bus that runs at night", "Shade on every square", "A school garden in each quarter", "Between two towns: trees along every road"];
const box = (desk, letter) => desk.getByRole("region", { name: `Cluster ${letter}`, exact: true });
const fold = (desk, name) => desk.getByRole("button", { name, exact: true });
const isOpen = async (desk, name) => (await fold(desk, name).getAttribute("aria-expanded")) === "true";

/** A room that has written six ideas and sorts them, with so many clusters begun. */
async function sorting(viewport, clusters) {
  const desk = await house.facilitator({ viewport });
  const session = await house.session(desk, { language: "en" });
  const phone = await house.phone(session);
  await start(desk);
  await advance(desk);
  await sees(desk.getByRole("region", { name: "Writing in silence" }));
  for (const text of texts) await given(phone, text);
  await advance(desk);
  await sees(desk.getByRole("region", { name: "One by one: reading out, linking duplicates" }));
  await advance(desk);
  await sees(desk.getByRole("region", { name: "Sorting in silence" }));
  await speaks(desk, session, "facilitator", Array.from({ length: clusters }, (_, n) => ({ name: "clusters.make", item: "sorting", data: { cluster: `cluster${n}` } })));
  if (clusters) await sees(box(desk, "ABCDEFGH"[clusters - 1]));
  return { desk, session, phone };
}

test("at 1366 × 768 four clusters stand side by side; a panel that somebody opened is there again after a reload, for boards and for other steps apart", async () => {
  const { desk } = await sorting({ width: 1366, height: 768 }, 8);
  const tops = await Promise.all([..."ABCD"].map(x => box(desk, x).boundingBox()));
  assert.deepEqual(tops.map(x => Math.round(x.y)), Array(4).fill(Math.round(tops[0].y)));
  assert.ok(tops.every(x => x.x + x.width <= 1366 && x.width > 180), JSON.stringify(tops));
  assert.deepEqual([await isOpen(desk, "Run of show"), await isOpen(desk, "Side panel")], [false, false]);

  await fold(desk, "Run of show").click();
  await sees(desk.getByRole("button", { name: "Open: Welcome" }));
  await desk.reload();
  await sees(box(desk, "A"));
  assert.deepEqual([await isOpen(desk, "Run of show"), await isOpen(desk, "Side panel")], [true, false]);

  await desk.getByRole("button", { name: "Open: Welcome" }).click();
  await sees(desk.getByRole("region", { name: "Welcome" }));
  await until(() => isOpen(desk, "Side panel"), true);
  await fold(desk, "Side panel").click();
  await desk.reload();
  await sees(desk.getByRole("region", { name: "Welcome" }));
  assert.deepEqual([await isOpen(desk, "Run of show"), await isOpen(desk, "Side panel")], [true, false]);
});

test("whoever reads out leads the wall beside the cards, and where the panel is folded its keys stay", async () => {
  const { desk } = await sorting({ width: 1366, height: 768 }, 2);
  const key = name => desk.locator(`[data-wall=${name}]`);
  assert.equal(await isOpen(desk, "Side panel"), false);
  for (const name of ["before", "after", "card"]) await sees(key(name));
  nothing(await barriers(desk, "folded"), "the folded panel");
  // Its key is a key of the wall.
  await sees(key("card").and(desk.locator(":enabled")));
  await key("card").click();
  await until(() => key("card").getAttribute("aria-pressed"), "true");
  await key("card").click();
  // A button of the bar that holds the focus keeps no key from the room.
  await button(desk, "Pause all screens").focus();
  await press(desk, "q");
  await sees(desk.getByRole("dialog"));
  await press(desk, "Escape");
  await button(desk, "Back").click();
  await sees(desk.getByRole("region", { name: "One by one: reading out, linking duplicates" }));
  assert.equal(await isOpen(desk, "Side panel"), false, "there are clusters");
});

test("cards that are read out before there is a cluster have the whole table, and the wall's keys and picture beside them", async () => {
  const { desk } = await sorting({ width: 1366, height: 768 }, 0);
  await button(desk, "Back").click();
  await sees(desk.getByRole("region", { name: "One by one: reading out, linking duplicates" }));
  await until(() => isOpen(desk, "Side panel"), true);
  await sees(desk.getByTitle("On the screen in the room"));
  const boxes = await Promise.all(["IM-001", "IM-002", "IM-003"].map(id => desk.locator(`[data-card=${id}]`).boundingBox()));
  assert.deepEqual(boxes.map(x => Math.round(x.y)), Array(3).fill(Math.round(boxes[0].y)), "side by side");
});

test("no word on a button is broken, and at 1366 px the commands are one row, in each language", async () => {
  const { desk } = await sorting({ width: 1366, height: 768 }, 0);
  const found = [];
  const all = async open => { for (const folds = desk.locator(`.fold[aria-expanded=${!open}]`); await folds.count();) await folds.first().click(); };
  // A table of cards has other buttons than a step in which people write: there words may wait, and segments say whether they do.
  for (const step of ["Sorting in silence", "Writing in silence"]) {
    await desk.setViewportSize({ width: 1366, height: 768 });
    await desk.locator(".switches select").first().selectOption("en");
    await all(true);
    if (step !== "Sorting in silence") await button(desk, `Open: ${step}`).click();
    await sees(desk.getByRole("region", { name: step }));
    if (step !== "Sorting in silence") await sees(desk.locator(".segments [role=radio]").first());
    for (const language of ["en", "it", "de"]) {
      await desk.locator(".switches select").first().selectOption(language);
      await until(() => desk.evaluate(() => document.documentElement.lang), language);
      for (const [width, height] of [[1366, 768], [1024, 768], [768, 1024], [360, 740]]) {
        await desk.setViewportSize({ width, height });
        await all(false);
        found.push(...(await cutWords(desk)).map(x => `${language} ${width}, folded: ${x}`));
        await all(true);
        found.push(...(await brokenWords(desk)).map(x => `${language} ${width}: ${x}`));
        if (process.env.SHOTS) await desk.screenshot({ path: `${process.env.SHOTS}/row-${step.slice(0, 1)}-${language}-${width}.png` });
        if (width === 1366) assert.ok((await desk.getByRole("contentinfo").boundingBox()).height < 80, `${language}: one row`);
      }
    }
  }
  nothing(found, "words on buttons");
});

test("a link is copied with one press, and after the close no code asks anybody in", async () => {
  const desk = await house.facilitator({ viewport: { width: 1366, height: 768 } });
  await house.session(desk, { language: "en" });
  await button(desk, "Copy: Participants").click();
  await until(() => button(desk, "Copy: Participants").textContent(), "Copied");
  assert.equal(await desk.evaluate(() => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), await desk.getByLabel("Participants", { exact: true }).inputValue());
  await start(desk);
  await sees(desk.getByRole("button", { name: "Show the code to join" }));
  await closeSession(desk);
  await sees(desk.getByRole("heading", { name: "The session is closed" }));
  await absent(desk.getByRole("button", { name: "Show the code to join" }));
});

test("on a tablet held upright the commands stay at the foot, whatever the step holds", async () => {
  const { desk } = await sorting({ width: 768, height: 1024 }, 8);
  const found = [];
  for (const language of ["en", "it", "de"]) {
    await desk.locator(".switches select").first().selectOption(language);
    await until(() => desk.evaluate(() => document.documentElement.lang), language);
    const bar = await desk.getByRole("contentinfo").boundingBox();
    assert.equal(Math.round(bar.y + bar.height), 1024, language);
    assert.ok(bar.height < 200, `${language}: the commands take ${bar.height} px`);
    found.push(...(await tooWide(desk)).map(x => `sorting ${language}: ${x}`), ...await barriers(desk, `sorting ${language}`));
  }
  nothing(found, "the tablet");
});

test("a hint in a field is read whole in each language, however wide the screen is", async () => {
  const { desk } = await sorting({ width: 1366, height: 768 }, 2);
  const found = [];
  for (const language of ["en", "it", "de"]) {
    await desk.locator(".switches select").first().selectOption(language);
    await until(() => desk.evaluate(() => document.documentElement.lang), language);
    for (const [width, height] of [[1920, 1080], [1366, 768], [1024, 768], [768, 1024], [360, 740]]) {
      await desk.setViewportSize({ width, height });
      await sees(desk.locator("[data-search]"));
      found.push(...(await tooWide(desk)).map(x => `${language} ${width}: ${x}`));
    }
  }
  nothing(found, "hints");
});

test("what empties a step or ends the session is met in a menu alone, says what becomes of things, and asks", async () => {
  const { desk } = await sorting({ width: 1366, height: 768 }, 0);
  for (const name of ["Close the session", "Start the step again"]) await absent(button(desk, name));
  await button(desk, "More controls").click();
  const menu = desk.getByRole("dialog", { name: "More controls" });
  await sees(menu.getByText("Contributions so far are set aside, not deleted. Undo brings them back."));
  nothing(await barriers(desk, "menu"), "the menu");
  await button(menu, "Start the step again").click();
  await button(desk.getByRole("dialog"), "Cancel").click();
  await closeSession(desk);
  await sees(desk.getByRole("heading", { name: "The session is closed" }));
});

test("a card goes where a letter or a number says, and no letter falls through to the room when the card under it is gone", async () => {
  const { desk, phone } = await sorting({ width: 1366, height: 768 }, 3);
  const focused = () => desk.evaluate(() => document.activeElement?.dataset.card);
  const card = id => desk.locator(`[data-card=${id}]`);
  await card("IM-001").focus();
  await press(desk, "b");
  await sees(box(desk, "B").getByText("IM-001"));
  await until(focused, "IM-002");
  await press(desk, "1");
  await sees(box(desk, "A").getByText("IM-002"));
  await until(focused, "IM-003");
  // No cluster has these letters; for the room they would be the next step, hidden results, a pause.
  for (const key of ["n", "h", "p", "t"]) await press(desk, key);

  // Somebody in the room moves the very card.
  await phone.getByRole("button", { name: /IM-003/ }).tap();
  await phone.getByRole("group", { name: "Where does this card belong?" }).getByRole("button", { name: /^C / }).tap();
  await sees(box(desk, "C").getByText("IM-003"));
  await until(focused, "IM-003");
  await press(desk, "0");
  await sees(desk.getByRole("region", { name: "4 cards not in a cluster" }).getByText("IM-003"));
  await sees(desk.getByRole("region", { name: "Sorting in silence" }));
  await absent(desk.getByText("Timer paused").or(button(desk, "Resume")).or(button(desk, "Show results")));
});

test("nobody sorts blindly: a choice shows the first words of a cluster and its size, on the console and on a phone, and takes letters", async () => {
  const { desk, phone } = await sorting({ width: 1366, height: 768 }, 2);
  await desk.locator("[data-card=IM-001]").focus();
  await press(desk, "b");
  await sees(box(desk, "B").getByText("IM-001"));
  await desk.locator("[data-card=IM-002]").click();
  const choices = desk.getByRole("dialog", { name: "IM-002" });
  await sees(choices.getByRole("button", { name: "A No card yet 0 cards" }));
  await sees(choices.getByRole("button", { name: "B Trees along every road between two towns 1 card" }));
  nothing(await barriers(desk, "card"), "the card's sheet");
  await press(desk, "b");
  await sees(box(desk, "B").getByText("IM-002"));

  await phone.getByRole("button", { name: /IM-003/ }).tap();
  const where = phone.getByRole("group", { name: "Where does this card belong?" });
  await sees(where.getByRole("button", { name: "B Trees along every road between two towns · One counter for permits of all… 2 cards" }));
  nothing(await barriers(phone, "where"), "the phone");
  await press(phone, "a");
  await sees(box(desk, "A").getByText("IM-003"));
});

test("cards with almost the same words are offered before anybody looks for them, and taken or put aside with one press", async () => {
  const { desk } = await sorting({ width: 1366, height: 768 }, 0);
  await sees(desk.getByText("participants sort too"));
  await button(desk, "Close answers").click();
  await gone(desk.getByText("participants sort too"));
  await button(desk, "Back").click();
  // A hint says what this step allows, and nothing that it does not.
  await absent(desk.getByText(/Make a first cluster/), sees(desk.getByText(/^Clusters come in a later step/)));
  const pairs = desk.getByRole("region", { name: "1 pair of cards with almost the same words" });
  await sees(pairs.getByText(texts[0], { exact: true }));
  nothing(await barriers(desk, "pairs"), "the pairs");
  // The sheet of either card offers the other one first.
  await desk.locator("[data-card=IM-006]").click();
  await sees(desk.getByRole("dialog").getByRole("button", { name: /^IM-001/ }));
  await press(desk, "Escape");
  await button(pairs, "Says the same: IM-006 as IM-001").click();
  await sees(desk.getByRole("listitem").filter({ has: desk.locator("[data-card=IM-006]") }).getByText("says the same as IM-001"));
  await absent(pairs);
});

test("a card is hidden, put back and highlighted by its own keys, and no letter means the room while a card holds the focus", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const phone = await house.phone(session);
  await writing(desk);
  for (const text of texts.slice(0, 3)) await given(phone, text);
  const focused = () => desk.evaluate(() => document.activeElement?.closest("[data-card]")?.dataset.card);
  await desk.locator("[data-card=IM-003] .card-text").click();
  await press(desk, "h");
  await sees(button(desk, "Put back IM-003"));
  await press(desk, "ArrowDown");
  await until(focused, "IM-002");
  await press(desk, "p");
  await sees(button(desk, "No highlight IM-002"));
  await press(desk, "n");

  // Where only what is shown stands, a card that was hidden leaves the list, and the next one takes its place under the keys.
  await desk.getByRole("button", { name: /^Not shown yet/ }).click();
  await desk.locator("[data-card=IM-002] .card-text").click();
  await press(desk, "h");
  await until(focused, "IM-001");
  await press(desk, "h");
  await sees(desk.getByText("Nothing matches."));
  for (const key of ["h", "p", "n"]) await press(desk, key);
  await sees(desk.getByRole("region", { name: "Writing in silence" }));
  for (const name of ["Show results", "Pause all screens"]) await sees(button(desk, name));
  nothing(await barriers(desk, "cards"), "the cards");
});

test("after the close one button leads to the report, with a look at its first page; the other forms are behind it", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  await writing(desk);
  await closeSession(desk);
  await sees(desk.getByRole("link", { name: "Report (PDF)", exact: true }));
  const cover = desk.getByRole("img", { name: "First page of the report" });
  await until(() => cover.evaluate(x => x.complete && x.naturalWidth > 0), true, "the first page is there");
  assert.match(await cover.getAttribute("src"), new RegExp(`^/report/${session.id}\\.svg`));
  const csv = desk.getByRole("link", { name: "CSV", exact: true });
  assert.equal(await csv.count(), 0);
  await desk.getByText("Other formats").click();
  await sees(csv);
  nothing(await barriers(desk, "closed"), "the closed session");
});
