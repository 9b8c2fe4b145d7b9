import assert from "node:assert/strict";
import { gone, sees, until } from "./expect.mjs";

/** What people do on a phone and on the console, in the words that stand there. */

export const start = desk => desk.getByRole("button", { name: "Start", exact: true }).click();
export const advance = desk => desk.getByRole("button", { name: "Next step" }).click();
export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Opens a step of the run of show by its title; where the run of show is folded away, that first. A window that changes its size folds and opens it by itself. */
export async function openStep(desk, title) {
  const open = desk.getByRole("button", { name: `Open: ${title}` });
  const folded = desk.getByRole("button", { name: "Run of show", exact: true, expanded: false });
  await until(async () => {
    if (await open.isVisible()) return true;
    if (await folded.isVisible()) await folded.click({ timeout: 1_000 }).catch(() => {});
    return open.isVisible();
  }, true, `the run of show with “${title}”`);
  await open.click();
  await sees(desk.getByRole("region", { name: title }));
}

/** Shows the results of a vote that goes on: the exception, in the menu. */
export async function showOpen(desk) {
  await button(desk, "More controls").click();
  await button(desk.getByRole("dialog", { name: "More controls" }), "Show without closing").click();
}

/** Closes the session from the menu of what nobody should do by chance; it asks once more. */
export async function closeSession(desk) {
  await button(desk, "More controls").click();
  await button(desk.getByRole("dialog", { name: "More controls" }), "Close the session").click();
  await button(desk.getByRole("dialog", { name: "Close the session" }), "Close the session").click();
}

export const field = phone => phone.getByLabel("Your contribution");

/** Writes an idea and gives it, without waiting for what becomes of it. */
export async function give(phone, text, { kind, theme } = {}) {
  await field(phone).fill(text);
  if (kind) await phone.getByText(kind, { exact: true }).tap();
  if (theme) await phone.getByText(theme, { exact: true }).tap();
  await button(phone, "Send").tap();
}

const mine = (phone, which) => phone.locator("section", { has: phone.getByRole("heading", { name: "Your ideas" }) }).locator("li", which);

/** A card of one's own, as the phone shows it when the server has it: with its number. */
export const own = (phone, text) => mine(phone, { has: phone.locator(".meta .numeral") }).getByText(text, { exact: true });

/** One that is on this phone alone, and says so where its writer looks for it. */
export const waiting = (phone, text) => mine(phone, { hasText: "Kept on this phone" }).getByText(text, { exact: true });

export async function given(phone, text, more) {
  await give(phone, text, more);
  await sees(own(phone, text));
}

/** A key of the console or projector: it acts when the focus is in no field. */
export const press = (page, key) => page.keyboard.press(key);

/** Everything that the server told these pages until now has come: the input is closed and opened again, and they show it. */
export async function arrived(desk, ...pages) {
  const closed = page => page.getByText(/^Answers are closed for now|^Answers closed$/);
  await button(desk, "Close answers").click();
  for (const page of pages) await sees(closed(page));
  await button(desk, "Reopen answers").click();
  for (const page of pages) await gone(closed(page));
  await sees(button(desk, "Close answers"));
}

/** Goes on with Tab until the focus stands on what a person looks for. */
export async function tabTo(page, name, most = 60) {
  for (let n = 0; n < most; n++) {
    await press(page, "Tab");
    const found = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    if (found.trim().startsWith(name)) return;
  }
  assert.fail(`Tab never reached “${name}”`);
}

/** Starts the map of ideas and opens its second step, in which everybody writes. */
export async function writing(desk) {
  await start(desk);
  await sees(desk.getByRole("region", { name: "Welcome" }));
  await advance(desk);
  await sees(desk.getByRole("region", { name: "Writing in silence" }));
}
