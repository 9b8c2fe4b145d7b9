import { rmSync } from "node:fs";
import { House } from "../house/house.mjs";
import { start } from "../house/acts.mjs";
import { sees } from "../house/expect.mjs";
import { Feeder } from "./feeder.mjs";
import { Gauge, firstSeen, noteFirst } from "./measure.mjs";
import { ideas, manyCards } from "./workshop.mjs";

const seen = ".card, .clusters-tile, .dot-vote-row, .wall-card, .dot-vote-wall-row, .dot-vote-wall-options > li, .clusters-wall-cell";
const screen = { viewport: { width: 1920, height: 1080 } };

/** Console and projector with many cards while more arrive every second: the wall of ideas, the board, the vote. */
export async function cards({ cards = 2000, perSecond = 20, seconds = 10, shots } = {}) {
  const workshops = manyCards();
  const house = await House.open(workshops);
  const rows = [];
  try {
    const desk = await house.facilitator(screen);
    const session = await house.session(desk, { workshop: "Many cards" });
    await start(desk);
    const feeder = await Feeder.to(house, session);
    await feeder.give(ideas(cards));
    const third = Math.floor(cards / 3);
    let given = cards;
    const arriving = { Writing: () => ideas(perSecond * seconds, (given += perSecond * seconds)), Sorting: n => moves(perSecond * seconds, third + n * perSecond * seconds), Weighing: () => ballots(perSecond * seconds, cards) };

    for (const step of ["Writing", "Sorting", "Weighing"]) {
      await opens(desk, session, step);
      if (step === "Sorting") await clusters(feeder, third);
      const open = {
        console: async () => [await house.facilitator({ ...screen, locale: "en-GB" }), `/console/${session.id}`],
        projector: async () => [await house.projector(session, screen), `/projector/${session.id}`],
      };
      for (const [name, ready] of Object.entries(open)) {
        const [page, address] = await ready();
        await noteFirst(page.context(), seen);
        await page.goto(new URL(address, page.url()).href);
        const first = await firstSeen(page);
        const gauge = await Gauge.of(page);
        await page.waitForLoadState("networkidle");
        const still = await gauge.during(() => new Promise(go => setTimeout(go, 1500)));
        const busy = await gauge.during(() => feeder.give(arriving[step](name === "console" ? 0 : 1), perSecond));
        const { nodes, heapKB } = await gauge.kept();
        if (shots) await page.screenshot({ path: `${shots}/${step.toLowerCase()}-${name}.png` });
        rows.push({ step, screen: name, "first card ms": first, ...busy, "task at rest": still.task, nodes, heapKB });
        await page.close();
      }
    }
    await house.leave();
    return rows;
  } finally {
    await house.close();
    rmSync(workshops, { recursive: true, force: true });
  }
}

/** Opens a step and leaves the desk: the page that is measured draws alone. */
async function opens(desk, session, step) {
  await desk.goto(`/console/${session.id}`);
  const fold = desk.locator(".agenda .fold");
  if ((await fold.getAttribute("aria-expanded")) === "false") await fold.click();
  await desk.locator(".step", { hasText: step }).locator(".step-open, .step-title").last().click();
  await sees(desk.locator(".step.is-open", { hasText: step }));
  await desk.goto("/healthz");
}

const names = Array.from({ length: 12 }, (_, i) => `cluster${i}`);

/** Twelve clusters with a third of the cards in them. */
async function clusters(feeder, third) {
  await feeder.give(names.map(cluster => ({ name: "clusters.make", item: "sorting", data: { cluster, name: `What ${cluster} says` } })));
  await feeder.give(Array.from({ length: third }, (_, n) => move(n + 1, names[n % 12])));
}

const id = n => `IM-${String(n).padStart(3, "0")}`;
const move = (n, cluster) => ({ name: "clusters.move", item: "sorting", data: { contribution: id(n), cluster } });
const moves = (count, after) => Array.from({ length: count }, (_, n) => move(after + 1 + n, names[n % 12]));
const ballots = (count, of) => Array.from({ length: count }, (_, n) => ({ name: "ballot.cast", item: "weighing", data: { paper: "", choices: [...new Set([id(1 + (n * 37) % of), id(1 + (n * 101 + 7) % of)])].map((x, at) => `${2 - at} ${x}`) } }));
