import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "../../../src/Participation.Server/Client/test/fixture/server.mjs";
import { slides, wallScenes } from "../../../src/Participation.Server/Client/test/fixture/scenes.mjs";
import { launch, patience } from "../house/browser.mjs";
import { sees, until } from "../house/expect.mjs";
import { nothing } from "../house/sight.mjs";
import { leastLetters, notWhole } from "../house/whole.mjs";

const only = process.env.ONLY ?? "";
/** The first pages of a scene: a wall of two thousand cards has no other kind of page further on. */
const most = 5;
const screens = [[1920, 1080, "light"], [1366, 768, "dark"]];

let browser;
before(async () => { browser = await launch(); });
after(async () => await browser?.close());

// The page stands when its words have their faces and sizes, and its pictures have come.
const stands = wall => wall.evaluate(async () => {
  await document.fonts.ready;
  await Promise.all([...document.images].map(x => x.decode().catch(() => {})));
  await new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)));
});
const pageOf = wall => wall.evaluate(() => document.querySelector(".wall-pager > span")?.textContent ?? "");

for (const language of ["en", "it", "de"])
  test(`every page of the wall in ${language}: nothing runs into the foot or out of the screen, no letter is cut`, async () => {
    const server = await start(0, language);
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: language, reducedMotion: "reduce" });
    context.setDefaultTimeout(patience);
    const wall = await context.newPage();
    const found = [];
    wall.on("pageerror", error => found.push(`the page: ${error.message}`));
    const look = async state => {
      for (const [width, height, colorScheme] of screens) {
        await wall.setViewportSize({ width, height });
        await wall.emulateMedia({ colorScheme });
        await stands(wall);
        found.push(...(await notWhole(wall)).map(x => `${state} ${width}: ${x}`));
        if (process.env.SHOTS) await wall.screenshot({ path: `${process.env.SHOTS}/${state.replaceAll(" ", "-")}-${language}-${width}.png` });
      }
    };
    try {
      for (const scene of wallScenes.filter(x => x.includes(only))) {
        await wall.goto(`http://127.0.0.1:${server.port}/projector/${scene}`);
        await sees(wall.locator(".wall-body > *"));
        await look(scene);
        if (slides.includes(scene)) assert.ok((await leastLetters(wall, ".slide-wall-text")) >= 44, `a slide that we ship is read from the last row: ${scene} in ${language}`);
        for (let turn = 2; turn <= most && (await wall.locator(".wall-pager .wall-button:last-child:enabled").count()) > 0; turn++) {
          const before = await pageOf(wall);
          await wall.keyboard.press("ArrowRight");
          await until(() => pageOf(wall), now => now !== before, "the next page");
          await look(`${scene} page ${turn}`);
        }
      }
    } finally {
      await context.close();
      server.stop();
    }
    nothing(found, `the wall in ${language}`);
  });
