import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { patience } from "./browser.mjs";
import { census } from "./census.mjs";

/** Two evenings that go the same way with other words: on every surface they wait for each other, and their pages must become the same. */
export class Twins {
  #waiting = new Map();
  #broken;
  surfaces = 0;

  /** Lets one go its way; where it breaks off, the other does not wait for it for ever. */
  async go(evening) {
    try {
      return await evening;
    } catch (error) {
      this.#broken ??= error;
      for (const { reject } of this.#waiting.values()) reject(error);
      throw error;
    }
  }

  /** @param hostile Whether this is the page whose words would be more than words. */
  async meet(surface, page, hostile) {
    if (this.#broken) throw this.#broken;
    const other = this.#waiting.get(surface);
    if (!other) return await new Promise((resolve, reject) => this.#waiting.set(surface, { page, resolve, reject }));
    this.#waiting.delete(surface);
    try {
      await (hostile ? alike(surface, other.page, page) : alike(surface, page, other.page));
      this.surfaces++;
      other.resolve();
    } catch (error) {
      other.reject(error);
      throw error;
    }
  }
}

async function alike(surface, calm, hostile) {
  for (const end = Date.now() + patience; ; await pause(100)) {
    const [wanted, seen] = await Promise.all([census(calm), census(hostile)]);
    assert.deepEqual({ surface, within: seen.within, handlers: seen.handlers, links: seen.links, struck: seen.struck }, { surface, within: [], handlers: [], links: [], struck: false });
    const found = { surface, new: seen.appeared.filter(x => !wanted.appeared.includes(x)), ...seen.count };
    const right = { surface, new: [], ...wanted.count };
    // The words come to the two pages at different moments: only what stays different is different.
    if (JSON.stringify(found) === JSON.stringify(right)) return;
    if (Date.now() > end) assert.deepEqual(found, right);
  }
}
