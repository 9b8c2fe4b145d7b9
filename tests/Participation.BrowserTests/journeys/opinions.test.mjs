import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { advance, arrived, button, showOpen, start } from "../house/acts.mjs";
import { absent, sees, until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";
import { speaks } from "../house/hub.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const statement = phone => phone.locator("section.opinion p.statement");

test("three people answer statements, one adds a statement, and the revealed numbers are what they answered", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { workshop: "Opinion round", language: "en" });
  const wall = await house.projector(session);
  const phones = await Promise.all([1, 2, 3].map(() => house.phone(session)));
  await start(desk);
  await advance(desk);
  const own = "Buses should be free for everybody under twenty.";
  await phones[0].getByText("Add a statement of your own").first().tap();
  await phones[0].getByRole("textbox").fill(own);
  await button(phones[0], "Add").tap();
  await sees(phones[0].getByRole("heading", { name: "Your statements" }));

  // What somebody reads stays on screen while others add theirs: four more could each come before it.
  const read = await Promise.all(phones.map(x => statement(x).textContent()));
  await speaks(phones[0], session, "participant", ["Trams", "Parks", "Schools", "Rivers"].map(x => ({ name: "opinions.add", item: "statements", data: { text: `${x} come first.` } })));
  for (const phone of phones) await sees(phone.getByText("of 13 answered"));
  assert.deepEqual(await Promise.all(phones.map(x => statement(x).textContent())), read);

  // Everybody answers everything: the first agrees, the second disagrees, the third passes.
  const seen = phones.map(() => new Set());
  for (const [n, vote] of ["Agree", "Disagree", "Pass"].entries()) {
    const phone = phones[n];
    for (;;) {
      const words = await statement(phone).textContent();
      if (words.startsWith("You have answered all")) break;
      seen[n].add(words);
      await phone.getByRole("button", { name: vote }).first().tap();
      await until(() => statement(phone).textContent(), text => text !== words, "the next statement");
    }
  }
  const all = await until(() => phones[0].getByText(/of 13 answered/).textContent(), text => text.startsWith("13 ") || text.startsWith("12 "), "all answered");
  assert.ok(all);
  assert.ok(seen[1].has(own) && seen[2].has(own));
  assert.equal(seen[1].size, 13);

  await sees(wall.getByText("Results are shown at the end, all together."));
  await absent(wall.getByText(own), arrived(desk, wall));
  // A room that is to change its mind while it looks: the exception, asked for by its name.
  await sees(button(desk, "Close and show"));
  await showOpen(desk);
  await sees(wall.getByText("from 3 people of 3"));
  const line = wall.locator(".opinions-wall-hot, .opinions-wall-line").filter({ hasText: "Every municipality should be heard" });
  const counted = words => until(async () => (await line.textContent()).replace(/\s+/g, " "), text => words.test(text), words);
  await counted(/1 agree ?1 Pass ?1 disagree/i);
  for (const phone of phones) await sees(phone.getByRole("heading", { name: "What the room says" }));

  // A change of mind counts at once, and only once.
  await phones[1].getByText("Your answers").tap();
  const mine = phones[1].getByRole("listitem").filter({ hasText: "Every municipality should be heard" }).first();
  await mine.getByRole("button", { name: "Change" }).tap();
  await mine.getByRole("button", { name: "Agree", exact: true }).tap();
  await counted(/2 Agree ?1 Pass ?3/);

  const report = await desk.context().newPage();
  await report.goto(`${house.server.local}/report/${session.id}.html?language=en`);
  const cells = report.getByRole("row").filter({ hasText: "Every municipality should be heard" }).first().getByRole("cell");
  // Agree, disagree, pass, n.
  assert.deepEqual((await cells.allTextContents()).slice(-4), ["2", "0", "1", "3"]);
  await absent(report.getByText("Nobody answered."));
});
