import { test } from "node:test";
import { until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";
import { speaks } from "../house/hub.mjs";
import { given, kinds, shelved, titleOf } from "../house/kinds.mjs";
import { barriers, faint, nothing, outside, smallTargets, tooWide } from "../house/sight.mjs";

const free = { bypassCSP: true };
const title = "One of each kind";

test("every kind with something of everything in it, on phone, scribe’s page, console, wall and report, in light and dark: no barrier, nothing too wide, too small or outside", async () => {
  const shelf = shelved(title);
  const house = await House.open(shelf.folder);
  try {
    const desk = await house.facilitator(free);
    const session = await house.session(desk, { workshop: title, language: "en" });
    const scribeLink = await desk.getByLabel("Scribe", { exact: true }).inputValue();
    const [phone, other] = [await house.phone(session, free), await house.phone(session)];
    const wall = await house.projector(session, free);
    const scribe = await (await house.device({ ...free, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })).newPage();
    await scribe.goto(scribeLink);
    const pages = { phone, scribe, desk, wall };
    const found = [];
    const say = (page, name, item, data = {}) => speaks(page, session, page === desk ? "facilitator" : "participant", [{ name, item, data }]);
    await say(desk, "session.start");
    for (const [n, kind] of kinds.entries()) {
      if (n > 0) await say(desk, "session.open-item", kind.kind);
      for (const { who, command: { name, item, data } } of given(kind, 25)) await say([desk, phone][who] ?? other, name, item, data);
      for (const [whose, page] of Object.entries(pages)) {
        await until(() => page.evaluate(text => document.querySelector("h1") !== null && document.body.innerText.includes(text), titleOf(kind.kind)), true, `${whose} shows ${kind.kind}`);
        found.push(...await barriers(page, `${whose} ${kind.kind}`), ...(await tooWide(page)).map(x => `${whose} ${kind.kind}: ${x}`));
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/kind-${kind.kind}-${whose}.png`, fullPage: true });
      }
      for (const whose of ["phone", "scribe"]) found.push(...(await smallTargets(pages[whose])).map(x => `${whose} ${kind.kind}: ${x}`));
      found.push(...(await outside(wall)).map(x => `wall ${kind.kind}: ${x}`), ...(await faint(wall, 7)).map(x => `wall ${kind.kind}: ${x}`));
    }
    const report = await desk.context().newPage();
    await report.goto(`${house.server.local}/report/${session.id}.html?language=en`);
    found.push(...await barriers(report, "report"), ...await tooWide(report));
    nothing(found, "every kind");
    await house.leave();
  } finally {
    await house.close();
    shelf.remove();
  }
});
