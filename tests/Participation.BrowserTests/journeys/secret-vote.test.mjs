import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { button, openStep, press, start } from "../house/acts.mjs";
import { absent, gone, sees, until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";
import { barriers, nothing, outside, smallTargets, tooWide } from "../house/sight.mjs";

let house;
before(async () => { house = await House.open(join(import.meta.dirname, "../house/secret-ballots")); });
after(() => house?.close());
afterEach(t => house.leave(t).finally(() => house.wire.mend()));

const free = { bypassCSP: true };
const wide = { ...free, viewport: { width: 1920, height: 1080 } };
const secret = "This vote is secret: your choice is kept apart from your seat, and only totals are shown. You vote once and cannot change it.";
const going = "Your ballot is still on this phone";
const done = "You have voted. What you chose is no longer on this phone.";

/** Everything that the browser keeps of the page, as text: nothing of a choice may be in it. */
const kept = phone => phone.evaluate(async () => {
  const read = request => new Promise((done, broken) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => broken(request.error);
  });
  const stores = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await read(indexedDB.open(name));
    for (const store of database.objectStoreNames) stores.push(await read(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, stores, history.state, location.href]);
});

const row = (page, words) => page.getByRole("listitem").filter({ hasText: words });
const add = (phone, words) => phone.getByRole("button", { name: new RegExp(`^\\S.*${words}`) }).last();

/** Two dots on the first, one on the second, asked once more and cast. */
async function vote(phone, first, second) {
  await add(phone, first).tap();
  await add(phone, first).tap();
  await add(phone, second).tap();
  await button(phone, "Hand in my ballot").tap();
  await sees(phone.getByRole("alertdialog").getByText("You cannot change it afterwards."));
}

/** The page in each language, light and dark, with a picture when SHOTS is set. */
async function look(page, state, found, languages) {
  await page.evaluate(() => scrollTo(0, 0));
  found.push(...await barriers(page, state));
  for (const language of languages ?? ["en"]) {
    if (languages) {
      await page.locator("header select").first().selectOption(language);
      await until(() => page.evaluate(() => document.documentElement.lang), language);
    }
    found.push(...(await tooWide(page)).map(x => `${state} ${language}: ${x}`));
    if (page.viewportSize().width === 360) found.push(...(await smallTargets(page)).map(x => `${state} ${language}: ${x}`));
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/secret-${state}-${language}.png`, fullPage: true });
  }
}
const all = ["it", "de", "en"];

test("three people vote in secret: final, forgotten by the phone, counted once, and shown only when enough have voted", async () => {
  const found = [];
  const desk = await house.facilitator(wide);
  const session = await house.session(desk, { workshop: "The old barracks", language: "en" });
  const wall = await house.projector(session, free);
  const phones = await Promise.all([{ ...free }, { ...free }, { ...free, wired: true }].map(x => house.phone(session, x)));
  await start(desk);

  // It says what it is before anybody chooses; asked once more, one may look again.
  for (const phone of phones) await sees(phone.getByText(secret));
  await look(phones[0], "phone-before", found, all);
  await vote(phones[0], "Housing at fair rents", "A park");
  await look(phones[0], "phone-asking", found, all);
  await sees(phones[0].getByRole("alertdialog"));
  await button(phones[0], "Look again").tap();
  await gone(phones[0].getByRole("alertdialog"));
  await sees(phones[0].getByText("0 dots left"));
  await button(phones[0], "Hand in my ballot").tap();
  await button(phones[0], "Hand it in").tap();
  await sees(phones[0].getByText(done));

  // Nothing of it is left: neither on the page, nor in what the browser keeps, nor after the page is opened anew.
  const forgotten = async phone => {
    await until(() => kept(phone), text => !/housing|school|park|market/i.test(text), "what the browser keeps");
    assert.equal(await phone.locator(".ballot .chosen").count(), 0);
    assert.equal(await phone.locator(".ballot .own-dots").count(), 0);
    assert.equal(await button(phone, "Hand in my ballot").count(), 0);
  };
  await forgotten(phones[0]);
  await look(phones[0], "phone-voted", found, all);
  await phones[0].reload();
  await sees(phones[0].getByText(done));
  await forgotten(phones[0]);

  await vote(phones[1], "Housing at fair rents", "A covered market");
  await button(phones[1], "Hand it in").tap();
  await sees(phones[1].getByText(done));

  // Without a network the ballot waits here, and nobody is told that it is gone.
  await phones[2].context().setOffline(true);
  house.wire.cut();
  await vote(phones[2], "A park", "Housing at fair rents");
  await button(phones[2], "Hand it in").tap();
  await absent(phones[2].getByText(done), sees(phones[2].getByText(going)));
  await look(phones[2], "phone-going", found);
  assert.match(await kept(phones[2]), /housing/);
  house.wire.mend();
  await phones[2].context().setOffline(false);
  await sees(phones[2].getByText(done));
  await forgotten(phones[2]);

  // The room and who leads know how many, and not what.
  await sees(wall.getByText("Secret vote. The ballots have not been counted yet."));
  await sees(wall.getByText(/of 3 people (have|has) voted|from 3 people/));
  const box = desk.getByRole("region", { name: "Secret vote" });
  await absent(desk.getByText(/dots given/), sees(box.getByText("3 of 3 people have voted.")));
  await look(wall, "wall-waits", found);
  await look(desk, "desk-open", found, all);

  await count(desk, box, async () => look(desk, "desk-asking", found));
  await look(desk, "desk-counted", found, all);
  await absent(wall.getByText("4 dots"), sees(wall.getByText("Secret vote, counted.")));
  await button(desk, "Show results").click();
  const result = async (page, words, dots) => until(async () => (await row(page, words).first().textContent()).replace(/\s+/g, " "), text => new RegExp(`(?<!\\d)${dots}(?!\\d)`).test(text), `${words}: ${dots}`);
  await result(wall, "Housing at fair rents", 5);
  await result(wall, "A park", 3);
  await result(wall, "A covered market", 1);
  for (const phone of phones) await result(phone, "Housing at fair rents", 5);
  await look(wall, "wall-result", found);
  await look(phones[0], "phone-result", found, all);

  // Opinions with fewer voters than the workshop asks for: said before the count, and nothing is shown after it.
  await openStep(desk, "How to pay for it");
  for (const phone of phones) {
    for (const n of [1, 2]) {
      await phone.getByRole("button", { name: "Agree", exact: true }).tap();
      if (n === 1 && phone === phones[0]) await look(phone, "phone-opinion", found, all);
      const words = await phone.locator("section.opinion p.statement").textContent();
      await button(phone, "Hand in my ballot").tap();
      await sees(phone.getByRole("alertdialog").getByText("Agree"));
      await button(phone, "Hand it in").tap();
      await until(() => phone.locator("section.opinion p.statement").textContent(), text => text !== words, "the next statement");
    }
    await sees(phone.getByText(done));
    await until(() => kept(phone), text => !/agree"/i.test(text), "what the browser keeps");
  }
  await sees(box.getByText("3 of 3 people have voted."));
  await count(desk, box, async () => {
    await sees(desk.getByRole("dialog").getByText("2 results have fewer than 5 ballots: they will never be shown."));
    await look(desk, "desk-few", found);
  });
  await button(desk, "Show results").click();
  await sees(wall.getByText("Results that would tell what single people chose are not reported."));
  await look(wall, "wall-few", found);
  // Nobody is told a nought for what is not reported.
  for (const page of [wall, phones[0], desk]) await until(() => page.getByText("not reported", { exact: true }).count(), 2, "two results that are not reported");
  found.push(...(await outside(wall)).map(x => `wall-few: ${x}`));
  assert.equal(await phones[0].getByText("Agree 0", { exact: false }).count(), 0);
  await look(phones[0], "phone-few", found, all);
  await look(desk, "desk-too-few", found, all);

  const report = await desk.context().newPage();
  await report.goto(`${house.server.local}/report/${session.id}.html?language=en`);
  // Of both statements in their chapter, and on the page of results among what stayed open.
  assert.equal(await report.getByText("3 ballots, too few to be shown.").count(), 4);
  nothing(found, "secret vote");
});

/** One button walks: it closes the vote, waits for the last ballots, asks, and counts. Beside it there is none that looks as if it could show something. */
async function count(desk, box, asked) {
  for (const name of ["Close answers", "Show results", "Close and show", "Show without closing"]) await absent(button(desk, name), sees(button(desk, "Close the vote")));
  await button(desk, "Close the vote").click();
  await sees(desk.getByRole("button", { name: /^Late ballots: \d+ seconds? more$/, disabled: true }));
  await sees(box.getByText("The vote is closed."));
  await press(desk, "h");
  await absent(desk.getByRole("dialog"), sees(button(desk, "Count the ballots")));
  await press(desk, "h");
  const dialog = desk.getByRole("dialog");
  await sees(dialog.getByText("This cannot be undone, and nobody can vote afterwards."));
  await asked();
  await button(dialog, "Count the ballots").click();
  await sees(box.getByText("Counted."));
  await absent(button(desk, "Count the ballots"), sees(button(desk, "Show results")));
}
