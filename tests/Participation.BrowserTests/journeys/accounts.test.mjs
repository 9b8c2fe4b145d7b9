import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { absent, gone, sees, until } from "../house/expect.mjs";
import { House, fetched } from "../house/house.mjs";
import { barriers, tooWide } from "../house/sight.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const small = { viewport: { width: 360, height: 740 } };
const name = page => page.getByLabel("Name to sign in with");
const password = page => page.getByLabel("Password", { exact: true });

/** No barrier in light and dark, nothing wider than a small phone, in each language. */
async function look(page, state) {
  const found = await barriers(page, state);
  const before = page.viewportSize();
  await page.setViewportSize(small.viewport);
  for (const language of ["it", "de", "en"]) {
    await page.locator("header select").first().selectOption(language);
    await until(() => page.evaluate(() => document.documentElement.lang), language);
    found.push(...(await tooWide(page)).map(x => `${state} ${language}: ${x}`));
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/account-${state}-${language}.png`, fullPage: true });
  }
  await page.setViewportSize(before);
  assert.deepEqual(found, []);
}

test("where neither the machine nor the browser knows where it stands, the zone of the times is asked for, those of Europe first", async () => {
  const house = await House.open();
  try {
    const desk = await (await house.device({ timezoneId: "UTC", viewport: { width: 1280, height: 800 } })).newPage();
    await desk.goto(house.server.setup);
    const zone = desk.getByLabel("Time zone");
    await sees(zone);
    assert.equal(await zone.inputValue(), "");
    assert.deepEqual(await zone.locator("optgroup").evaluateAll(parts => parts.map(x => [x.label, [...x.children].some(y => y.textContent === "Europe/Rome")])), [["Europe", true], ["Other", false]]);
    await desk.getByLabel("Name to sign in with").fill("Ada");
    await password(desk).fill(House.password);
    await desk.getByRole("button", { name: "Begin" }).click();
    assert.equal(await zone.evaluate(x => x.validity.valueMissing), true);
    assert.equal(await desk.getByLabel("Name to sign in with").inputValue(), "Ada");
    await zone.selectOption("Europe/Rome");
    await desk.getByRole("button", { name: "Begin" }).click();
    await sees(desk.getByRole("heading", { name: "Open a session" }));
    assert.equal((await (await desk.request.get(`${house.server.local}/api/clock`)).json()).zone, "Europe/Rome");
  } finally {
    await house.close();
  }
});

test("from the setup link to a second account: invited, in by herself, signed out by hand, disabled from afar", async () => {
  // A person who has nothing is led to the door, which says what to do.
  const desk = await (await house.device({ viewport: { width: 1280, height: 800 } })).newPage();
  await desk.goto(`${house.server.local}/console`);
  await sees(desk.getByText("This server has no account yet"));
  await look(desk, "not-ready");

  // Looking at the setup link burns nothing; keys alone are enough.
  await desk.goto(house.server.setup);
  await look(desk, "setup");
  await desk.reload();
  await sees(name(desk));
  await desk.keyboard.type("Ada");
  await desk.keyboard.press("Tab");
  await desk.keyboard.type("short");
  await desk.keyboard.press("Enter");
  await sees(desk.getByRole("alert").getByText("at least 12 characters"));
  await password(desk).fill(House.password);
  await desk.keyboard.press("Enter");
  await sees(desk.getByRole("heading", { name: "Open a session" }));
  house.host = await desk.context().cookies();
  const session = await house.session(desk, { title: "Ada’s evening" });
  await desk.goto(house.server.setup);
  await sees(desk.getByText("The first account exists already."));

  await desk.goto(`${house.server.local}/console`);
  await desk.getByRole("link", { name: "Accounts" }).click();
  await sees(desk.getByRole("heading", { name: "Invite somebody" }));
  await desk.getByRole("radio", { name: "coordination" }).check();
  await desk.getByRole("button", { name: "Make an invitation link" }).click();
  const link = (await desk.getByLabel("Invitation link").inputValue()).replace(house.server.lan, house.server.local);
  await look(desk, "people");

  const guest = await (await house.device({ viewport: { width: 1280, height: 800 } })).newPage();
  await guest.goto(link);
  await sees(guest.getByText("You are invited to an account. Role: coordination."));
  await look(guest, "invitation");
  await guest.reload();
  await name(guest).fill("Bea");
  await password(guest).fill("ten buses to the sea");
  await guest.getByRole("button", { name: "Make the account" }).click();

  // She sees Ada's session and its report, and does not lead it.
  await absent(guest.getByRole("link", { name: "Ada’s evening" }), sees(guest.getByRole("heading", { name: "Ada’s evening" })));
  assert.equal((await fetched(guest, `/report/${session.id}.csv?language=en`)).status(), 200);
  await guest.goto(`${house.server.local}/console/${session.id}`);
  await sees(guest.getByText("Sign in, or ask the person who leads the session for a link."));
  const used = await (await house.device()).newPage();
  await used.goto(link);
  await sees(used.getByRole("alert").getByText("This link was used already"));

  // Signed out by hand; the door leads back to where she wanted to go.
  await guest.goto(`${house.server.local}/console`);
  await guest.getByRole("button", { name: "Sign out" }).click();
  await sees(name(guest));
  await guest.goto(`${house.server.local}/account`);
  await sees(name(guest));
  await look(guest, "sign-in");
  await name(guest).fill("bea");
  await password(guest).fill("not the password");
  await guest.keyboard.press("Enter");
  await sees(guest.getByRole("alert").getByText("Name or password is not right."));
  await password(guest).fill("ten buses to the sea");
  await guest.keyboard.press("Enter");
  await sees(guest.getByRole("heading", { name: "Where you are signed in" }));
  await guest.getByRole("button", { name: "Set up a second factor" }).click();
  await sees(guest.getByRole("img", { name: "QR code for the authenticator app" }));
  await look(guest, "account");

  await desk.reload();
  await desk.getByRole("button", { name: "Disable Bea" }).click();
  await sees(desk.getByText("disabled", { exact: true }));
  await guest.goto(`${house.server.local}/console`);
  await sees(name(guest));
});

test("who signs out on one screen loses the console on the other at once, and finds it again by signing in", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title: "Two screens" });
  const other = await desk.context().newPage();
  await other.goto(`${house.server.local}/console`);
  await sees(desk.getByRole("button", { name: "Start", exact: true }));
  await other.getByRole("button", { name: "Sign out" }).click();
  await sees(desk.getByRole("link", { name: "Sign in" }));
  await gone(desk.getByRole("button", { name: "Start", exact: true }));
  await desk.getByRole("link", { name: "Sign in" }).click();
  await name(desk).fill("Ada");
  await password(desk).fill(House.password);
  await desk.keyboard.press("Enter");
  await desk.waitForURL(`**/console/${session.id}`);
  await sees(desk.getByRole("button", { name: "Start", exact: true }));
  house.host = await desk.context().cookies();
});
