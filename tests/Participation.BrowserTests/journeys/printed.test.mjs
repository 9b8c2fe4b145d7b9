import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { sees } from "../house/expect.mjs";
import { House } from "../house/house.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const [top, foot] = [27 * 72 / 25.4, 276 * 72 / 25.4];

/** Each page of a document: its words, and how far down they stand as a share of what the margins leave. */
function pages(pdf) {
  const boxes = execFileSync("pdftotext", ["-bbox", "-enc", "UTF-8", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 64e6, stdio: ["pipe", "pipe", "ignore"] });
  return boxes.split("<page ").slice(1).map(page => {
    const words = [...page.matchAll(/yMax="([\d.]+)">(.*?)<\/word>/g)];
    return { filled: Math.max(0, ...words.map(([, y]) => (y - top) / (foot - top))), words: words.map(([, , word]) => word).join(" ") };
  });
}

for (const workshop of ["mappa-delle-idee", "opinion-round"]) {
  test(`printed from the browser, the report of ${workshop} fills its pages, in three languages`, async () => {
    const { session } = JSON.parse(readFileSync(resolve(import.meta.dirname, `../../../workshops/${workshop}/sample.json`), "utf8"));
    const report = await (await house.facilitator()).context().newPage();
    for (const language of ["en", "it", "de"]) {
      await report.goto(`${house.server.local}/report/${session}.html?language=${language}`);
      await sees(report.getByRole("heading", { level: 1 }));
      const printed = pages(await report.pdf({ preferCSSPageSize: true, printBackground: true }));
      const chapters = await report.locator("section.work > h2").allTextContents();
      // Cover and guide have a page each, and the result begins one; from there on a page ends where the next thing would be cut, a whole drawing at the most.
      assert.ok(printed.slice(3, -1).every(page => page.filled > 0.33), `${language}: ${printed.map(page => page.filled.toFixed(2))}`);
      const inner = printed.slice(3, -1).map(page => page.filled);
      assert.ok(inner.reduce((a, b) => a + b) / inner.length > 0.8, `${language}: ${inner.map(share => share.toFixed(2))}`);
      // No heading is the last thing on a page.
      for (const title of chapters) assert.ok(printed.every(page => !page.words.endsWith(title)), `${language}: ${title} is left at a foot`);
    }
  });
}

test("printed from the browser, no row of the last table stands on a page alone, however many there are", async () => {
  const { session } = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../../workshops/mappa-delle-idee/sample.json"), "utf8"));
  const report = await (await house.facilitator()).context().newPage();
  await report.goto(`${house.server.local}/report/${session}.html?language=en`);
  // The first table of contributions alone, one row shorter each time.
  await report.evaluate(() => {
    const annex = [...document.querySelectorAll("section")].at(-1);
    const table = annex.querySelector("table:has(tr:nth-child(20))");
    document.querySelector("main").replaceChildren(table.closest(".scroll"));
  });
  const ends = new Set();
  for (let turn = 0; turn < 14; turn++) {
    const printed = pages(await report.pdf({ preferCSSPageSize: true, printBackground: true }));
    const rows = printed.at(-1).words.match(/\bIM[-‑]\d{3}/g) ?? [];
    assert.ok(rows.length >= 3, `${rows.length} on the last of ${printed.length} pages`);
    ends.add(printed.length);
    await report.evaluate(() => [...document.querySelectorAll("tbody tr")].at(-1).remove());
  }
  assert.ok(ends.size > 1, "the table always ended on the same page");
});
