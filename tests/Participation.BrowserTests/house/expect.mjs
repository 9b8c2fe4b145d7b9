import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { patience } from "./browser.mjs";

/** What was seen on each page and has not gone since. */
const seen = new WeakMap();

const seenOn = page => seen.get(page) ?? seen.set(page, new Set()).get(page);

/** Waits until a person sees it. */
export async function sees(locator, timeout = patience) {
  await locator.filter({ visible: true }).first().waitFor({ state: "visible", timeout });
  seenOn(locator.page()).add(`${locator}`);
}

/** Waits until nobody sees any of it any more. Only what was seen can go: before it comes, nobody sees it either. */
export async function gone(locator, timeout = patience) {
  const known = seenOn(locator.page());
  assert.ok(known.has(`${locator}`), `Nobody has seen ${locator}, so it cannot go: see it first, or ask with absent() after what comes behind it.`);
  await locator.filter({ visible: true }).first().waitFor({ state: "hidden", timeout });
  known.delete(`${locator}`);
}

/** It did not come, though it had time to: looks when what comes behind it is there. */
export async function absent(locator, behind) {
  await behind;
  assert.deepEqual(await locator.allTextContents(), [], `${locator} must not come`);
}

/** Asks again until the answer is the wanted one; then, or when patience ends, compares. */
export async function until(ask, wanted, message) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await ask();
    const same = typeof wanted === "function" ? wanted(found) : isSame(found, wanted);
    if (same) return found;
    if (Date.now() > end) return typeof wanted === "function" ? assert.fail(`${message ?? wanted}: ${JSON.stringify(found)}`) : assert.deepEqual(found, wanted, message);
    await pause(50);
  }
}

function isSame(a, b) {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}
