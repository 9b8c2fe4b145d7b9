import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { patience } from "./browser.mjs";

/** Waits until a person sees it. */
export const sees = (locator, timeout = patience) => locator.first().waitFor({ state: "visible", timeout });

/** Waits until nobody sees it any more. */
export const gone = (locator, timeout = patience) => locator.first().waitFor({ state: "hidden", timeout });

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
