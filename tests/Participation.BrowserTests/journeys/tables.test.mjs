import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { arrived } from "../house/acts.mjs";
import { absent, gone, sees, until } from "../house/expect.mjs";
import { House, fetched } from "../house/house.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const tables = ["Adda", "Naviglio", "Brianza"];

/** A phone that chooses its table at the door. */
async function phoneAt(session, name) {
  const page = await (await house.device({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })).newPage();
  await page.goto(session.participant);
  await page.getByLabel("My table").selectOption({ label: name });
  await page.getByRole("button", { name: "I agree, go in" }).tap();
  await sees(page.getByRole("heading", { name: "You are in" }));
  return page;
}

async function scribeAt(session, name, options = {}) {
  const page = await (await house.device({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  await page.goto(session.scribes[name]);
  await page.waitForURL(/\/scribe\/[0-9a-f-]{36}$/);
  await sees(page.getByText(`table ${name}`));
  return page;
}

async function open() {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title: "Three tables", tables });
  session.scribes = {};
  for (const name of tables) session.scribes[name] = await desk.getByLabel(`Scribe, ${name}`, { exact: true }).inputValue();
  assert.ok(await desk.getByLabel("Scribe", { exact: true }).inputValue());
  return { desk, session };
}

/** The report of a session, as its facilitator downloads it. */
const report = async (desk, session, ending) => await (await fetched(desk, `${house.server.local}/report/${session.id}.${ending}?language=en`)).text();

const say = async (phone, text) => {
  await phone.getByLabel("Your contribution").fill(text);
  await phone.getByRole("button", { name: "Send" }).tap();
  await sees(phone.getByText("Your ideas").locator("..").getByText(text));
};

const seat = async (scribe, type) => {
  // It stands open as long as nobody has a seat.
  await sees(scribe.getByText("A seat for a new person"));
  if (!(await scribe.getByRole("button", { name: "Create a seat" }).isVisible())) await scribe.getByText("A seat for a new person").click();
  await scribe.getByLabel("Stakeholder type").selectOption({ label: type });
  await scribe.getByRole("button", { name: "Create a seat" }).click();
};

const write = async (scribe, text) => {
  await scribe.getByLabel("The idea, in the person’s own words").fill(text);
  await scribe.getByRole("button", { name: "Send" }).click();
};

const people = async (desk, number, name) => {
  await desk.getByRole("button", { name: /^People/ }).click();
  await desk.getByLabel(`Table of number ${number}`, { exact: true }).selectOption({ label: name });
  await until(() => desk.getByLabel(`Table of number ${number}`, { exact: true }).evaluate(x => x.selectedOptions[0]?.label), name);
  await desk.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).click();
};

test("three tables: chosen at the door, moved with everything they said, written for, and named in the report", async () => {
  const { desk, session } = await open();
  const first = await phoneAt(session, "Adda");
  const second = await phoneAt(session, "Naviglio");
  const wall = await house.projector(session);
  const scribe = await scribeAt(session, "Adda");
  const other = await scribeAt(session, "Naviglio", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  // A guest has a seat before the first step; the scribe of another table does not see them.
  await sees(scribe.getByRole("heading", { name: "It starts soon" }));
  await seat(scribe, "Association: culture, sport, environment");
  await until(() => scribe.getByLabel("Who").evaluate(x => x.selectedOptions[0]?.label), "3 · Association: culture, sport, environment");
  // What was said for them wrongly is said anew by the same hand.
  await scribe.getByText("Correct what this person said about themselves").click();
  const correction = scribe.getByRole("group").filter({ has: scribe.getByRole("button", { name: "Save the correction" }) });
  assert.equal(await correction.getByLabel("Stakeholder type").evaluate(x => x.selectedOptions[0].label), "Association: culture, sport, environment");
  await correction.getByLabel("Stakeholder type").selectOption({ label: "Citizen, on my own behalf" });
  await correction.getByRole("button", { name: "Save the correction" }).click();
  await sees(correction.getByText("The correction is noted."));
  await until(() => scribe.getByLabel("Who").evaluate(x => x.selectedOptions[0]?.label), "3 · Citizen, on my own behalf");

  await desk.getByRole("button", { name: "Start" }).click();
  await desk.getByRole("button", { name: "Next step" }).click();
  await say(first, "A night bus along the Adda");
  await say(second, "Open the lock keepers’ houses");
  await absent(other.getByLabel("Who"), sees(other.locator(".scribe-given").getByText("Open the lock keepers’ houses")));
  await write(scribe, "Benches where the sun is in winter");
  await sees(scribe.getByText("Sent: 1 contribution"));

  // The scribe has worked in the step since it was opened: the console takes its opening back neither by the button nor by the key.
  await sees(desk.locator(".undo").getByText("work was done in this step"));
  assert.ok(await desk.locator(".undo").isDisabled());
  await desk.keyboard.press("u");
  await absent(desk.getByText("Not carried out:"), arrived(desk));

  // The scribe reads the own table first, then every table, and may mark nothing.
  const given = scribe.locator(".scribe-given");
  await sees(given.getByText("A night bus along the Adda"));
  await sees(given.getByText("Benches where the sun is in winter"));
  await absent(given.getByText("Open the lock keepers’ houses"));
  await given.getByLabel("Table", { exact: true }).selectOption("all");
  await sees(given.getByText("Open the lock keepers’ houses"));
  assert.equal(await given.getByRole("button", { name: /^(Hide|Pin|Approve)/ }).count(), 0);
  await sees(desk.getByText("table Adda"));

  // Moved: what they said stays theirs, and stays at the table where it was said.
  await people(desk, 1, "Naviglio");
  await sees(first.getByText("Table Naviglio"));
  await sees(first.getByText("Your ideas").locator("..").getByText("A night bus along the Adda"));
  await say(first, "A boat stop at every bridge");
  await sees(scribe.getByLabel("Who"));
  await people(desk, 3, "Naviglio");
  await gone(scribe.getByLabel("Who"));
  await until(() => other.getByLabel("Who").locator("option").allInnerTexts(), ["Choose a seat", "3 · Citizen, on my own behalf"]);

  // Plenary: the wall shows every table's cards.
  await desk.getByRole("button", { name: "Show results" }).click();
  for (const text of ["A night bus along the Adda", "Open the lock keepers’ houses", "Benches where the sun is in winter", "A boat stop at every bridge"]) await sees(wall.getByText(text));

  // Back to the plenary: at no table any more.
  await people(desk, 1, "plenary");
  await gone(first.getByText("Table Naviglio"));

  const csv = (await report(desk, session, "csv")).trim().split(/\r?\n/);
  const at = csv[0].replace(/^\uFEFF/, "").split(",").indexOf("table");
  const tableOf = text => csv.find(x => x.includes(text)).split(",")[at];
  assert.deepEqual(["A night bus", "Open the lock", "Benches where", "A boat stop"].map(tableOf), ["Adda", "Naviglio", "Adda", "Naviglio"]);
  const annex = await report(desk, session, "html");
  for (const [text, name] of [["A night bus along the Adda", "Adda"], ["A boat stop at every bridge", "Naviglio"]]) assert.match(annex, new RegExp(`${text}[\\s\\S]{0,200}${name}`));

  // On a phone a table at which nobody sits has its nought under its name, where a bar would begin, and not at the edge above the next one's bar.
  const narrow = await desk.context().newPage();
  await narrow.setViewportSize({ width: 360, height: 740 });
  await narrow.goto(`${house.server.local}/report/${session.id}.html?language=en`);
  await sees(narrow.locator(".bars li").filter({ hasText: "Brianza" }));
  const noughts = await narrow.evaluate(() => [...document.querySelectorAll(".bar .value")].filter(x => x.textContent === "0").map(x => Math.round(x.getBoundingClientRect().left - x.closest("li").getBoundingClientRect().left)));
  assert.ok(noughts.length > 0);
  assert.deepEqual(noughts.filter(x => x !== 0), []);
});

test("in a session without tables there is one scribe's link, and nobody is moved", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk);
  await house.phone(session);
  await desk.getByRole("button", { name: "Links and report" }).click();
  const sheet = desk.getByRole("dialog");
  await sees(sheet.getByLabel("Scribe", { exact: true }));
  assert.equal(await sheet.getByText("{table}").count(), 0);
  await sheet.getByRole("button", { name: "Close", exact: true }).click();
  await desk.getByRole("button", { name: /^People/ }).click();
  await sees(desk.getByRole("dialog").getByText("n = 1"));
  assert.equal(await desk.getByRole("dialog").getByRole("combobox").count(), 0);
});

test("without the scribe's link there is no scribe's seat", async () => {
  const { session } = await open();
  const page = await (await house.device()).newPage();
  await page.goto(`${house.server.local}/scribe/${session.id}`);
  await sees(page.getByRole("heading", { name: "This browser has no scribe’s seat" }));
  assert.equal(await page.getByRole("button").count(), 0);
});

test("a scribe without a connection: seat and idea are kept over a reload of what is typed, sent in order, once", async () => {
  const { desk, session } = await open();
  await desk.getByRole("button", { name: "Start" }).click();
  await desk.getByRole("button", { name: "Next step" }).click();
  const scribe = await scribeAt(session, "Adda", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await seat(scribe, "Citizen, on my own behalf");
  await scribe.getByLabel("The idea, in the person’s own words").fill("Half a sentence");
  await scribe.reload();
  await until(() => scribe.getByLabel("The idea, in the person’s own words").inputValue(), "Half a sentence");

  await scribe.context().setOffline(true);
  await seat(scribe, "University, research, school");
  await until(() => scribe.getByLabel("Who").evaluate(x => x.selectedOptions[0]?.label), x => x?.startsWith("new"));
  await write(scribe, "Written without a network");
  await sees(scribe.getByText(/being sent|kept on this device/));
  await scribe.context().setOffline(false);
  await sees(desk.getByText("Written without a network"));
  await until(() => scribe.getByLabel("Who").evaluate(x => x.selectedOptions[0]?.label), x => x?.startsWith("2 "));
  await gone(scribe.getByText(/being sent|kept on this device/));
  assert.equal((await report(desk, session, "csv")).split("Written without a network").length, 2);
});
