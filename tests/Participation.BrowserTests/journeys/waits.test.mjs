import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, patience } from "../house/browser.mjs";
import { absent, gone, sees, until } from "../house/expect.mjs";

let browser, page;
before(async () => {
  browser = await launch();
  page = await browser.newPage();
});
after(async () => await browser?.close());

const later = (words, ms) => page.evaluate(([words, ms]) => setTimeout(() => document.body.append(Object.assign(document.createElement("p"), { textContent: words })), ms), [words, ms]);

test("what nobody has seen does not count as gone", async () => {
  await page.setContent("<p>here</p>");
  await later("a leak", 200);
  await assert.rejects(gone(page.getByText("a leak")), /Nobody has seen/);
  await sees(page.getByText("a leak"));
  await page.evaluate(() => document.querySelectorAll("p").forEach(x => x.remove()));
  await gone(page.getByText("a leak"));
  await assert.rejects(gone(page.getByText("a leak")), /Nobody has seen/);
});

test("a leak that comes late is found, for it comes before what comes behind it", async () => {
  await page.setContent("<p>here</p>");
  const leak = page.getByText("a leak");
  await later("a leak", 200);
  await later("behind it", 400);
  assert.equal(await leak.count(), 0);
  await assert.rejects(absent(leak, sees(page.getByText("behind it"))), /must not come/);
});

test("one of two that is hidden is not both", async () => {
  await page.setContent("<p hidden>words</p><p>words</p>");
  await sees(page.getByText("words"));
  await assert.rejects(gone(page.getByText("words"), 300), /Timeout/);
  await page.setContent("<p hidden>words</p><p hidden>words</p>");
  await gone(page.getByText("words"));
});

test("a step that never comes is red within seconds, unless the environment says that the machine is slow", async () => {
  assert.equal(patience, 1_000 * (Number(process.env.PATIENCE) || 20));
  assert.equal(await until(() => Promise.resolve(3), 3), 3);
  await assert.rejects(sees(page.getByText("never"), 200), /Timeout/);
});
