import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { button, openStep } from "./house/acts.mjs";
import { sees } from "./house/expect.mjs";
import { House } from "./house/house.mjs";
import { speak, speaks } from "./house/hub.mjs";

/** Takes the pictures of the three surfaces for the README: the sample session's ideas and clusters, played once more by a room of Italian phones. */
const folder = join(import.meta.dirname, "screenshots");
const sample = resolve(import.meta.dirname, "../../workshops/mappa-delle-idee/sample.json");
const told = JSON.parse(readFileSync(sample, "utf8")).lines.map(x => ({ event: x.name, data: { ...JSON.parse(x.data), ...JSON.parse(x.words ?? "{}") } }));
const commands = { "cluster-made": "make", "card-moved": "move", "cluster-named": "name", "group-named": "group", "cluster-gathered": "gather", related: "relate" };
const arranged = item => told.filter(x => x.data.item === item && x.event.startsWith("clusters."))
  .map(({ event, data: { item, number, ...data } }) => ({ name: `clusters.${commands[event.slice(9)]}`, item, data }));

mkdirSync(folder, { recursive: true });
const house = await House.open();
try {
  const here = { locale: "it-IT" };
  const desk = await house.facilitator({ viewport: { width: 1440, height: 810 } });
  const session = await house.session(desk, { language: "it" });
  const phones = [];
  for (let n = 0; n < 16; n++) phones.push(await house.phone(session, { ...here, ...(n === 0 && { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }) }));
  const wall = await house.projector(session, here);
  await button(desk, "Start").click();
  await sees(desk.getByRole("region", { name: "Welcome" }));
  await openStep(desk, "Writing in silence");
  await button(desk, "Start timer").click();
  await sees(button(desk, "Stop"));

  // In the order of the sample, so that every idea keeps its number.
  const ideas = told.filter(x => x.event === "contribution.written").map(({ data: { texts, choices } }) => ({ name: "contribution.write", item: "writing", data: { texts, choices } }));
  const each = Math.ceil(ideas.length / phones.length);
  for (const [n, phone] of phones.entries()) await speaks(phone, session, "participant", ideas.slice(n * each, (n + 1) * each));
  const [phone] = phones;
  await phone.getByRole("textbox").first().fill("Una piazza davanti a ogni stazione, con ombra, panchine e una fontanella");
  for (const chip of ["Progetto", "Mobilità"]) await phone.getByText(chip, { exact: true }).first().evaluate(x => x.click());
  await phone.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await phone.screenshot({ path: join(folder, "phone.png") });

  await button(desk, "Show results").click();
  await sees(wall.locator(".ideas-wall-sorts"));
  await sees(wall.locator(".wall-card").nth(2));
  await wall.screenshot({ path: join(folder, "projector.png") });

  await openStep(desk, "Sorting in silence");
  await speak(desk, session, "facilitator", arranged("sorting"));
  await openStep(desk, "Titles: a sentence for every cluster");
  await speak(desk, session, "facilitator", arranged("naming"));
  await button(desk, "Start timer").click();
  await sees(button(desk, "Stop"));
  await desk.locator(".switches select").first().selectOption("it");
  await sees(button(desk, "Attività successiva"));
  await desk.screenshot({ path: join(folder, "console.png") });
} finally {
  await house.close();
}
