import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { button, closeSession, given, press, tabTo, writing } from "../house/acts.mjs";
import { scanned } from "../house/codes.mjs";
import { gone, sees, until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";
import { barriers, nothing, smallTargets, tooWide } from "../house/sight.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

/** What a phone says is said in each language, in light and in dark, and stands no barrier. With SHOTS=folder each is a picture. */
async function phoneIsSound(phone, state, words) {
  const found = await barriers(phone, state);
  for (const language of ["it", "de", "en"]) {
    await phone.locator("header select").selectOption(language);
    await sees(phone.getByRole("heading", { name: words[language], exact: true }));
    found.push(...[...await tooWide(phone), ...await smallTargets(phone)].map(x => `${state} ${language}: ${x}`));
    for (const colorScheme of process.env.SHOTS ? ["light", "dark"] : []) {
      await phone.emulateMedia({ colorScheme });
      await phone.screenshot({ path: `${process.env.SHOTS}/entrance-${state}-${language}-${colorScheme}.png`, fullPage: true });
    }
    await phone.emulateMedia({ colorScheme: "light" });
  }
  nothing(found, state);
}

async function isSound(page, state) {
  nothing(await barriers(page, state), state);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/entrance-${state}.png` });
}

const says = (phone, words) => until(() => phone.locator("[aria-live]").first().textContent(), words, "what is said aloud");
const heading = (page, name) => page.getByRole("heading", { name, exact: true });
const hits = async (desk, name) => {
  await tabTo(desk, name);
  await press(desk, "Enter");
};

/** A phone at the door of a session, that may or may not get in. */
async function comes(link) {
  const phone = await (await house.device({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })).newPage();
  await phone.goto(link);
  return phone;
}

const agrees = phone => phone.getByRole("button", { name: "I agree, go in" }).tap();

const waits = { en: "Wait to be let in", it: "In attesa di entrare", de: "Sie warten auf Einlass" };
const refused = { en: "You were not let in", it: "Non hai avuto accesso", de: "Sie wurden nicht eingelassen" };
const shut = { en: "You cannot come in right now", it: "Ora non puoi entrare", de: "Sie können jetzt nicht hinein" };
const removed = { en: "You no longer take part in this session", it: "Non partecipi più a questa sessione", de: "Sie nehmen an dieser Sitzung nicht mehr teil" };

test("two wait: one is let in, one is not; then the entrance is locked, and who comes is told so. The keyboard is enough", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title: "One by one", language: "en", admission: "Only people you let in" });
  const wall = await house.projector(session);
  const [first, second] = [await house.phone(session), await house.phone(session)];
  for (const phone of [first, second]) {
    await sees(heading(phone, waits.en));
    await says(phone, waits.en);
  }
  await phoneIsSound(first, "waits", waits);
  // Who waits is counted by nobody but the facilitator.
  await sees(wall.getByText("people are here"));
  await isSound(wall, "wall while two wait");

  await sees(desk.getByRole("status").getByText("2 people wait to be let in."));
  await isSound(desk, "notice");
  await hits(desk, "Entrance");
  await sees(desk.getByRole("dialog", { name: "People" }));
  await isSound(desk, "people");
  await hits(desk, "Let in 1");
  await sees(heading(first, "You are in"));
  await hits(desk, "Do not let in 2");
  await sees(heading(second, refused.en));
  await says(second, refused.en);
  await phoneIsSound(second, "refused", refused);
  await sees(wall.getByText("person is here"));

  await hits(desk, "Close the entrance");
  await sees(button(desk, "Open the entrance"));
  await isSound(desk, "locked");
  const late = await comes(session.participant);
  await sees(heading(late, shut.en));
  await sees(late.getByText("The entrance is closed.", { exact: false }));
  await phoneIsSound(late, "locked", shut);
  // Who is in comes back freely.
  await first.reload();
  await sees(heading(first, "You are in"));

  await hits(desk, "Open the entrance");
  await sees(button(desk, "Close the entrance"));
  // The door is asked again by itself.
  await agrees(late);
  await sees(heading(late, waits.en));
  await hits(desk, "Let in all who wait");
  await sees(heading(late, "You are in"));
});

test("a flood is removed by one button, with what it wrote, and all of it comes back by one undo", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title: "Flood", language: "en" });
  const wall = await house.projector(session);
  const phones = [await house.phone(session), await house.phone(session), await house.phone(session)];
  await writing(desk);
  for (const [n, phone] of phones.entries()) await given(phone, `Buy now ${n}`, { kind: "Idea" });
  await button(desk, "Show results").click();
  await sees(wall.getByText("Buy now 2"));
  await sees(wall.getByText("Buy now"));

  await hits(desk, "People");
  await hits(desk, "Remove recent arrivals");
  await sees(desk.getByText("One undo brings all of it back.", { exact: false }));
  await isSound(desk, "flood, asked");
  await hits(desk, "Remove recent arrivals");
  for (const phone of phones) await sees(heading(phone, removed.en));
  await says(phones[0], removed.en);
  await phoneIsSound(phones[0], "removed", removed);
  await gone(wall.getByText("Buy now"));
  await isSound(wall, "wall without the flood");
  await sees(desk.getByText("3 people removed."));
  await sees(button(desk, "Open the entrance"));
  await isSound(desk, "flood removed");
  const late = await comes(session.participant);
  await sees(late.getByText("The entrance is closed.", { exact: false }));

  await press(desk, "Escape");
  await press(desk, "u");
  await sees(wall.getByText("Buy now 2"));
  await sees(wall.getByText("Buy now"));
  for (const phone of phones) await sees(phone.getByLabel("Your contribution"));
  // The door is asked again by itself.
  await sees(button(late, "I agree, go in"));
});

test("tickets are printed; each seats one person on one phone, and the report counts them", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title: "By ticket", language: "en", admission: "One ticket, one person" });
  await hits(desk, "People");
  await desk.getByLabel("How many").fill("3");
  await hits(desk, "Issue tickets");
  await sees(desk.getByText("Tickets: 0 of 3 used."));
  await isSound(desk, "tickets issued");
  const [sheet] = await Promise.all([desk.context().waitForEvent("page"), desk.getByRole("link", { name: "Print 1–3" }).click()]);
  await sees(sheet.getByText("For one person. Scan it with the camera.").nth(2));
  await isSound(sheet, "tickets to print");
  const tickets = [];
  for (const code of await sheet.locator("li svg").all()) tickets.push(await scanned(code));
  assert.equal(new Set(tickets).size, 3);
  for (const ticket of tickets) assert.equal(new URL(ticket).origin, house.server.lan);

  const stranger = await comes(session.participant);
  await sees(heading(stranger, shut.en));
  await sees(stranger.getByText("For this session you need a ticket.", { exact: false }));
  await phoneIsSound(stranger, "ticket needed", shut);

  const first = await comes(tickets[0]);
  await agrees(first);
  await sees(heading(first, "You are in"));
  const copied = await comes(tickets[0]);
  await sees(heading(copied, shut.en));
  await sees(copied.getByText("This ticket is in use already.", { exact: false }));
  await phoneIsSound(copied, "ticket used", shut);
  await first.goto(tickets[0]);
  await sees(heading(first, "You are in"));
  const second = await comes(tickets[1]);
  await agrees(second);
  await sees(heading(second, "You are in"));
  await sees(desk.getByText("Tickets: 2 of 3 used."));

  const report = await desk.context().newPage();
  await report.goto(`${house.server.local}/report/${session.id}.html?language=en`);
  await sees(report.getByText("Tickets issued: 3; used: 2."));
});

test("the code that the hall scans from the wall is the link that the console shows", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title: "On the wall", language: "en" });
  const wall = await house.projector(session);
  assert.equal(await scanned(wall.getByAltText("QR code", { exact: false }).first()), session.participant);
});

test("who one is stands above the button, with who answers for the data; both are corrected later, and a closed session says so at the door", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title: "Who one is", language: "en", tables: ["North", "South"] });
  const phone = await comes(session.participant);
  await sees(phone.getByText("The team in the room tells you who is responsible for your data", { exact: false }));
  const stands = async name => (await phone.getByLabel(name).boundingBox()).y;
  const go = (await button(phone, "I agree, go in").boundingBox()).y;
  for (const name of ["I speak for", "My table"]) assert.ok(await stands(name) + 44 <= go, `${name} stands above the button`);
  await phone.getByText("Read the full notice").tap();
  await sees(phone.getByText("The team in the room tells you who is responsible for the data", { exact: false }));
  await phoneIsSound(phone, "door", { en: "Who one is", it: "Who one is", de: "Who one is" });
  await phone.getByLabel("I speak for").selectOption({ label: "Business or business association" });
  await phone.getByLabel("My table").selectOption({ label: "North" });
  await agrees(phone);
  await sees(phone.getByText("Table North"));

  await phone.getByText("Your data", { exact: true }).tap();
  await phone.getByText("Correct what you said about yourself").tap();
  const type = phone.getByLabel("I speak for");
  await until(() => type.evaluate(x => x.selectedOptions[0].textContent), "Business or business association", "what was said");
  await type.selectOption({ label: "University, research, school" });
  await phone.getByLabel("My table").selectOption({ label: "South" });
  await button(phone, "Save the correction").tap();
  await sees(phone.getByText("Your correction is saved."));
  await sees(phone.getByText("Table South"));
  nothing([...await barriers(phone, "correction"), ...await tooWide(phone), ...await smallTargets(phone)], "correction");
  if (process.env.SHOTS) await phone.screenshot({ path: `${process.env.SHOTS}/entrance-correction.png`, fullPage: true });
  await hits(desk, "People");
  await sees(desk.getByRole("dialog", { name: "People" }).getByText("University, research, school"));
  await press(desk, "Escape");

  // Without the network it waits on the phone, like everything that is given.
  await phone.context().setOffline(true);
  await type.selectOption("");
  await button(phone, "Save the correction").tap();
  await sees(phone.getByText("The correction is on this phone and will be sent."));
  await phone.context().setOffline(false);
  await sees(phone.getByText("Your correction is saved."));

  await button(desk, "Start").click();
  await closeSession(desk);
  await sees(heading(phone, "Thank you"));
  const late = await comes(`${house.server.lan}/${session.code}`);
  await sees(late.getByRole("alert").getByText("This session is over.", { exact: false }));
  await until(() => late.getByLabel("Code of this session").evaluate(x => [x.value, x.selectionEnd - x.selectionStart]), [session.code, 6], "the code, selected");
  await late.getByLabel("Code of this session").fill("ABC");
  await button(late, "Continue").tap();
  await sees(late.getByText("The code has six or eight characters."));
  await until(() => late.getByLabel("Code of this session").evaluate(x => [x.value, x.selectionEnd - x.selectionStart]), ["ABC", 3], "the short code, selected");
});

test("whoever reads none of the house's languages is met in the session's, also by the words that come behind the page", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title: "Der Platz", language: "de" });
  for (const locale of ["fr-FR", "pt-PT"]) {
    const phone = await (await house.device({ locale, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })).newPage();
    await phone.goto(session.participant);
    await sees(phone.getByRole("button", { name: "Ich stimme zu" }));
    assert.doesNotMatch(await phone.locator("body").innerText(), /\b(?:door|phone|room)\.[a-z]/, "the key of a text in its place");
    await phone.reload();
    await sees(phone.getByRole("button", { name: "Ich stimme zu" }));
  }
});
