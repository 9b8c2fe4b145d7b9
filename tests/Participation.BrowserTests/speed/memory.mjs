import { rmSync } from "node:fs";
import { start } from "../house/acts.mjs";
import { House } from "../house/house.mjs";
import { Feeder } from "./feeder.mjs";
import { Gauge, round } from "./measure.mjs";
import { ideas, manyCards } from "./workshop.mjs";

/**
 * What console, projector and phone keep while ideas come in for a long time. A wall of more ideas weighs more by right: so the page is opened anew
 * at the end, and what the old one kept beyond that is what it failed to let go.
 */
export async function memory({ minutes = 2, perSecond = 20, cards = 200 } = {}) {
  const workshops = manyCards();
  const house = await House.open(workshops);
  try {
    const desk = await house.facilitator();
    const session = await house.session(desk, { workshop: "Many cards" });
    await start(desk);
    const feeder = await Feeder.to(house, session);
    await feeder.give(ideas(cards));
    const pages = { console: desk, projector: await house.projector(session), phone: await house.phone(session) };
    const gauges = {};
    for (const [name, page] of Object.entries(pages)) gauges[name] = await Gauge.of(page);
    const kept = async () => {
      await new Promise(rest => setTimeout(rest, 1500));
      return Object.fromEntries(await Promise.all(Object.entries(gauges).map(async ([name, gauge]) => [name, await gauge.kept()])));
    };
    const half = Math.round(minutes * 30 * perSecond);
    const times = [await kept()];
    for (const part of [0, 1]) {
      await feeder.give(ideas(half, cards + part * half), perSecond);
      times.push(await kept());
    }
    for (const page of Object.values(pages)) await page.reload();
    for (const page of Object.values(pages)) await page.waitForLoadState("networkidle");
    const anew = await kept();
    await house.leave();
    return Object.keys(pages).map(name => {
      const [first, middle, last] = times.map(x => x[name]);
      const of = what => `${first[what]} → ${middle[what]} → ${last[what]} (${anew[name][what]})`;
      return {
        screen: name, last, anew: anew[name], "heap kB (opened anew)": of("heapKB"), nodes: of("nodes"), listeners: of("listeners"),
        "kB an idea": round((last.heapKB - middle.heapKB) / half, 3), "kB an idea beyond anew": round((last.heapKB - anew[name].heapKB) / (2 * half), 3),
      };
    });
  } finally {
    await house.close();
    rmSync(workshops, { recursive: true, force: true });
  }
}
