import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "../../../src/Participation.Server/Client/test/fixture/server.mjs";
import { launch, patience } from "../house/browser.mjs";
import { sees } from "../house/expect.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => await browser?.close());

/** A page of the console with sample sessions, at one size and in one language. */
async function opened(server, scene, width, language) {
  const context = await browser.newContext({ viewport: { width, height: 768 }, locale: language });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}/console${scene}`);
  await sees(page.getByRole("main"));
  return page;
}

const widths = (page, selector) => page.locator(selector).evaluateAll(all => all.map(x => Math.round(x.getBoundingClientRect().width)));

for (const language of ["en", "it", "de"])
  test(`on a narrow screen lists of the console stand below each other, and what stands beside a bar is read whole, in ${language}`, async () => {
    const server = await start(0, language);
    try {
      const home = await opened(server, "", 360, language);
      await sees(home.locator(".session").first());
      for (const list of [".session", ".form"]) for (const width of await widths(home, list)) assert.ok(width > 300, `${list}: ${width}`);
      const waiting = await opened(server, "/waiting", 360, language);
      await sees(waiting.locator(".copied").first());
      for (const width of await widths(waiting, ".copied input")) assert.ok(width > 150, `a link: ${width}`);
      for (const width of [360, 768, 1366]) {
        const rounds = await opened(server, "/rounds", width, language);
        await sees(rounds.locator(".dot-vote-row").first());
        const cut = await rounds.locator(".dot-vote-number").evaluateAll(all => all.filter(x => x.scrollWidth > x.clientWidth + 1 || x.getBoundingClientRect().right > innerWidth).map(x => x.textContent));
        assert.deepEqual(cut, [], `${width}`);
        for (const name of await widths(rounds, ".dot-vote-name")) assert.ok(name > 120, `a name at ${width}: ${name}`);
        // What undo takes back and where the next step leads is named in full also where no pointer shows the rest.
        if (width === 768) {
          const named = await rounds.locator(".undo small, .acts .big small").evaluateAll(all => all.map(x => {
            x.textContent = "IM-006 verschoben nach Cluster B";
            return x.scrollWidth > x.clientWidth + 1 || x.scrollHeight > x.clientHeight + 6;
          }));
          assert.deepEqual(named, [false, false], `cut at ${width}`);
        }
        await rounds.context().close();
      }
      for (const page of [home, waiting]) await page.context().close();
    } finally {
      server.stop();
    }
  });
