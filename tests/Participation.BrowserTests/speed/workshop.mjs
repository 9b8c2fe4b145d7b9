import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const titles = { writing: "Writing", sorting: "Sorting", weighing: "Weighing" };
const ask = id => ({ id, title: `@${id}`, minutes: 10 });

/** A workshop in which ideas become cards on a board and, as many as there are, options of a vote. */
export function manyCards() {
  const folder = mkdtempSync(join(tmpdir(), "workshops-"));
  const at = join(folder, "many-cards");
  mkdirSync(at);
  const workshop = {
    title: "@title", description: "@title", consent: "@title", language: "en",
    agenda: [
      { ...ask("writing"), kind: "ideas", mark: "IM", settings: { question: "@writing", kinds: ["sentiment", "idea", "project"], limit: 280, mostEach: 100_000 } },
      { ...ask("sorting"), kind: "clusters", settings: { from: ["writing"], allow: ["move", "name"], participants: true } },
      { ...ask("weighing"), kind: "dot-vote", settings: { question: "@weighing", budget: 5, maxPerItem: 2, from: ["writing"] } },
    ],
  };
  writeFileSync(join(at, "workshop.json"), JSON.stringify(workshop));
  for (const language of ["en", "it", "de"]) writeFileSync(join(at, `texts.${language}.json`), JSON.stringify({ title: "Many cards", ...titles }));
  return folder;
}

const words = "piazza shade bus night school river market bicycle library garden tram bench water light crossing station clinic playground housing noise".split(" ");

/** Ideas of usual length, each in words of its own. */
export const ideas = (count, from = 0) => Array.from({ length: count }, (_, i) => {
  const n = from + i;
  const text = `${n} ` + Array.from({ length: 5 + (n * 7) % 20 }, (_, k) => words[(n * 13 + k * k * 5 + k) % words.length]).join(" ");
  return { name: "contribution.write", item: "writing", data: { texts: { text }, choices: { kind: ["sentiment", "idea", "project"][n % 3] } } };
});
