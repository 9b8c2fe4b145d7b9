import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { advance, arrived, button, field, give, given, press, start, tabTo, writing } from "../house/acts.mjs";
import { absent, gone, sees, until } from "../house/expect.mjs";
import { House, table } from "../house/house.mjs";

let house;
// The second of two who lead sits behind a line that can be held up, which no browser calls this machine.
before(async () => { house = await House.open(undefined, "--SignInWithoutTls", "true"); });
after(() => house?.close());
afterEach(t => house.leave(t));

const timer = desk => desk.getByRole("group", { name: "Timer", exact: true });

test("a facilitator leads with the keyboard alone: keys, start, steps, lock, reveal, timer, pause, undo", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk);
  const phone = await house.phone(session);
  const wall = await house.projector(session);

  await press(desk, "?");
  const sheet = desk.getByRole("dialog", { name: "Keys" });
  for (const what of ["Start, next step", "Back", "Close or reopen answers", "Close and show, show or stop showing results", "Timer: start, pause, go on", "Pause all screens, resume", "Undo"]) await sees(sheet.getByText(what, { exact: true }));
  await sees(sheet);
  await press(desk, "Escape");
  await gone(sheet);

  await press(desk, "n");
  await sees(desk.getByRole("region", { name: "Welcome" }));
  // A key does what the console's button would do: each is pressed when the one before shows there, wherever else it came first.
  await press(desk, "n");
  await sees(desk.getByRole("region", { name: "Writing in silence" }));
  await sees(field(phone));
  await press(desk, "b");
  await sees(desk.getByRole("region", { name: "Welcome" }));
  await gone(field(phone));
  await press(desk, "n");
  await given(phone, "a bridge for bicycles");
  await sees(desk.getByText("a bridge for bicycles"));

  await press(desk, "l");
  await sees(phone.getByText(/^Answers are closed for now/));
  await sees(wall.getByText("Answers closed"));
  await sees(button(desk, "Reopen answers"));
  await press(desk, "l");
  await gone(phone.getByText(/^Answers are closed for now/));
  await sees(button(desk, "Close answers"));

  // What the wall must not have was given before the lock that it showed and shows no more.
  await absent(wall.getByText("a bridge for bicycles"), gone(wall.getByText("Answers closed")));
  await press(desk, "h");
  await sees(wall.getByText("a bridge for bicycles"));
  await sees(button(desk, "Stop showing results"));
  await press(desk, "h");
  await gone(wall.getByText("a bridge for bicycles"));
  await sees(button(desk, "Show results"));
  await press(desk, "u");
  await sees(wall.getByText("a bridge for bicycles"));
  await sees(button(desk, "Stop showing results"));

  await press(desk, "t");
  await sees(phone.getByRole("timer").getByText("Time left"));
  await sees(wall.getByRole("timer"));
  await sees(timer(desk).getByRole("button", { name: "Pause" }));
  await press(desk, "t");
  await sees(phone.getByRole("timer").getByText("Timer paused"));
  const before = await phone.getByRole("timer").textContent();
  await sees(timer(desk).getByRole("button", { name: "Go on" }));
  await press(desk, "+");
  await until(() => phone.getByRole("timer").textContent(), text => text !== before, "one minute more");

  await press(desk, "p");
  await sees(phone.getByRole("heading", { name: "A short pause" }));
  await sees(wall.getByRole("heading", { name: "Pause" }));
  await sees(button(desk, "Resume"));
  await press(desk, "p");
  await sees(field(phone));

  // Everything else is reached with Tab and Enter.
  await tabTo(desk, "People");
  await press(desk, "Enter");
  await sees(desk.getByRole("dialog", { name: "People" }));
  await until(() => desk.evaluate(() => document.querySelector("dialog, [role=dialog]").contains(document.activeElement)), true, "the focus is in the sheet");
  await press(desk, "Escape");
  await until(() => desk.evaluate(() => document.activeElement?.textContent?.startsWith("People")), true, "the focus goes back to where it came from");

  // The projector's own keys.
  await press(wall, "q");
  await sees(wall.getByText("or type this address and code:"));
  await press(wall, "Escape");
  await press(wall, "z");
  await sees(wall.getByText("1 of 1"));
  await press(wall, "Escape");
  await press(wall, "b");
  await sees(wall.getByText("The screen is blank. B shows it again."));
  await press(wall, "b");
  await gone(wall.getByText("The screen is blank. B shows it again."));
  await press(wall, "?");
  await sees(wall.getByRole("dialog", { name: "Keys" }));
});

test("the key that starts, pressed twice in a hurry, starts and goes on", async () => {
  const desk = await house.facilitator();
  await house.session(desk);
  await desk.evaluate(() => ["n", "n"].forEach(key => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))));
  await absent(desk.getByText("Not carried out:"), sees(desk.getByRole("region", { name: "Writing in silence" })));
});

test("the console changes its language with everything on it, also the cards that were there", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk);
  const phone = await house.phone(session);
  await writing(desk);
  await given(phone, "a bridge for bicycles", { kind: "Idea", theme: "Mobility" });
  await sees(button(desk, "Hide IM-001"));
  for (const [language, hide, theme] of [["it", "Nascondi IM-001", "Mobilità"], ["de", "Ausblenden IM-001", "Mobilität"], ["en", "Hide IM-001", "Mobility"]]) {
    await desk.locator(".switches select").first().selectOption(language);
    await sees(button(desk, hide));
    await sees(desk.getByRole("listitem").filter({ hasText: "a bridge for bicycles" }).getByText(theme, { exact: true }));
  }
});

test("two facilitators act at once: the slower one is told, sees the new state, and nothing is half applied", async () => {
  const first = await house.facilitator();
  const session = await house.session(first);
  const second = await (await house.device({ viewport: { width: 1280, height: 800 } })).newPage();
  await second.goto((await house.leaderLink(first)).replace(house.server.lan, house.wired));
  await second.getByRole("button", { name: "Lead this session" }).click();
  await sees(button(second, "Start"));
  await start(first);
  await sees(first.getByRole("region", { name: "Welcome" }));
  await sees(second.getByRole("region", { name: "Welcome" }));
  // The second one's screen is behind by a moment, and they act on what they still see.
  house.wire.hold();
  await button(first, "Next step").click();
  await sees(first.getByRole("region", { name: "Writing in silence" }));
  await sees(second.getByRole("region", { name: "Welcome" }));
  await button(second, "Next step").click();
  house.wire.flow();
  await sees(second.getByText("Somebody else acted first. Your command was not carried out."));
  for (const desk of [first, second]) await sees(desk.getByRole("region", { name: "Writing in silence" }));
});

test("with moderation before, an idea is seen by the room when it was approved; hidden, it leaves projector and phones; restored, it is back", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk);
  const [author, other] = [await house.phone(session), await house.phone(session)];
  const wall = await house.projector(session);
  await writing(desk);
  await desk.getByRole("radio", { name: "Before" }).click();
  await button(desk, "Show results").click();
  await sees(button(desk, "Stop showing results"));
  await give(author, "a rude word, or not");
  await sees(author.getByText("Waiting for approval"));
  await sees(desk.getByText("a rude word, or not"));
  await arrived(desk, wall, other);
  for (const screen of [wall, other]) await absent(screen.getByText("a rude word, or not"));
  await button(desk, "Approve IM-001").click();
  for (const screen of [wall, other]) await sees(screen.getByText("a rude word, or not"));
  await button(desk, "Hide IM-001").click();
  for (const screen of [wall, other]) await gone(screen.getByText("a rude word, or not"));
  await sees(author.getByText("Hidden by the facilitator"));
  await button(desk, "Put back IM-001").click();
  for (const screen of [wall, other]) await sees(screen.getByText("a rude word, or not"));
  await button(desk, "Highlight IM-001").click();
  await sees(other.getByText("Highlighted"));
  // Where no words wait there is nothing to choose.
  await advance(desk);
  await absent(desk.getByRole("radiogroup", { name: "Moderation" }), sees(desk.getByRole("region", { name: "One by one" })));
});

test("an idea of somebody without a phone is written down, marked, and counted apart", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk);
  const phone = await house.phone(session);
  await writing(desk);
  await given(phone, "from a phone");
  await button(desk, "Person without a phone").click();
  const sheet = desk.getByRole("dialog", { name: "Person without a phone" });
  await sheet.getByLabel("Stakeholder type").selectOption({ label: "Citizen, on my own behalf" });
  await button(sheet, "Create a seat").click();
  await sheet.getByLabel("The idea, in the person’s own words").fill("from a sheet of paper");
  await button(sheet, "Send").click();
  await sees(sheet.getByText("Sent: 1 contribution, marked as transcribed."));
  await press(desk, "Escape");
  await sees(desk.getByText("from a sheet of paper"));
  await sees(desk.getByText("transcribed for a person without a phone"));
  await button(desk, "People").or(desk.getByRole("button", { name: /^People/ })).first().click();
  await sees(desk.getByRole("dialog", { name: "People" }).getByText("1 person without a phone."));
  const rows = (await table(desk, session)).split("\n");
  assert.match(rows.find(x => x.includes("from a sheet of paper")), /transcribed|yes|true/i);
  assert.equal(rows.filter(x => x.includes("from a phone")).length, 1);
});
