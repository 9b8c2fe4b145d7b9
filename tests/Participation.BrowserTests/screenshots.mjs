import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { button, openStep } from "./house/acts.mjs";
import { sees } from "./house/expect.mjs";
import { House } from "./house/house.mjs";
import { speak, speaks } from "./house/hub.mjs";

/** Takes the pictures of the three surfaces for the README: the sample session's ideas and clusters, played once more. */
const workshops = resolve(import.meta.dirname, "../../workshops");
const folder = join(workshops, "screenshots");
const told = JSON.parse(readFileSync(join(workshops, "mappa-delle-idee/sample.json"), "utf8")).lines.map(x => ({ event: x.name, data: JSON.parse(x.data) }));
const commands = { "cluster-made": "make", "card-moved": "move", "cluster-named": "name", "group-named": "group", "cluster-gathered": "gather", related: "relate" };
const arranged = item => told.filter(x => x.data.item === item && x.event.startsWith("clusters."))
  .map(({ event, data: { item, number, ...data } }) => ({ name: `clusters.${commands[event.slice(9)]}`, item, data }));

mkdirSync(folder, { recursive: true });
const house = await House.open();
try {
  const here = { locale: "it-IT" };
  const desk = await house.facilitator({ viewport: { width: 1440, height: 900 } });
  const session = await house.session(desk, { language: "it" });
  const phones = await Promise.all(Array.from({ length: 8 }, () => house.phone(session, here)));
  const wall = await house.projector(session, here);
  await button(desk, "Start").click();
  await sees(desk.getByRole("region", { name: "Welcome" }));
  await openStep(desk, "Writing in silence");

  // In the order of the sample, so that every idea keeps its number.
  const ideas = told.filter(x => x.event === "ideas.idea-given").map(({ data: { text, kind, category, zone, place } }) => ({ name: "ideas.give", item: "writing", data: { text, kind, category, zone, place } }));
  const each = Math.ceil(ideas.length / phones.length);
  for (const [n, phone] of phones.entries()) await speaks(phone, session, "participant", ideas.slice(n * each, (n + 1) * each));
  await button(desk, "Reveal").click();
  await button(desk, "Start timer").click();
  await sees(button(desk, "Stop"));
  await sees(phones[1].locator("main article, main .cards").first());
  await phones[1].getByRole("textbox").first().fill("Una piazza per ogni stazione, con ombra e panchine");
  await phones[1].screenshot({ path: join(folder, "phone.png") });

  await openStep(desk, "Sorting in silence");
  await speak(desk, session, "facilitator", arranged("sorting"));
  await openStep(desk, "Naming: a sentence for every cluster");
  await speak(desk, session, "facilitator", arranged("naming"));
  await openStep(desk, "What causes, supports or contradicts what");
  await speak(desk, session, "facilitator", arranged("relations"));
  await sees(wall.locator("main svg, main h3, main h4").first());
  await wall.screenshot({ path: join(folder, "projector.png") });
  await openStep(desk, "Naming: a sentence for every cluster");
  await desk.screenshot({ path: join(folder, "console.png") });
} finally {
  await house.close();
}
