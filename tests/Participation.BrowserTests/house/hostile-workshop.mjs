import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { agenda } from "./kinds.mjs";
import { sign } from "./sign.mjs";

const some = (list, from, count) => Array.from({ length: count }, (_, n) => list[(from + n) % list.length]);

/** A folder with one workshop in which every text is made of `fill(most)`, texts of at most so many characters, a small one in which each is the sign, and broken ones whose refusals quote them. */
export function workshops(fill) {
  const words = fill(280);
  const folder = mkdtempSync(join(tmpdir(), "participation-hostile-"));
  const texts = {};
  let said = 0;
  const say = text => {
    const key = `text.t${++said}`;
    texts[key] = text;
    return `@${key}`;
  };
  const next = () => say(words[said % words.length]);
  const options = words.map((x, n) => ({ id: `o${n}`, label: say(x) }));
  // What the commands of the examples choose stands before them, with other words too.
  const chosen = ids => [...ids.map(id => ({ id, label: next() })), ...options];
  const long = words.reduce((texts, x) => (texts.at(-1).length + x.length < 3800 ? [...texts.slice(0, -1), `${texts.at(-1)}\n\n${x}`] : [...texts, x]), [""]);
  const thick = n => say(long[n % long.length].trim());
  const item = (id, kind, settings, more = {}) => ({ id, kind, title: next(), minutes: 5, settings, ...more });
  const workshop = {
    title: say("hostile " + words[0]), description: thick(0), consent: thick(1), language: "en", types: chosen(["resident"]), zones: chosen(["z1"]),
    tables: some(fill(60), 0, 30).map((name, n) => ({ id: `t${n}`, name })),
    agenda: [
      ...long.map((_, n) => item(`slide${n}`, "slide", { body: thick(n) })),
      ...agenda({ title: next, text: next, texts: () => fill(140).map(say), options: list => chosen(list.map(x => x.id)) })
        .map(x => ({ ...x, settings: { ...x.settings, ...("limit" in x.settings && { limit: 280 }), ...("mostEach" in x.settings && { mostEach: 5000 }) } })),
    ],
  };
  const write = (slug, file, value) => {
    mkdirSync(join(folder, slug), { recursive: true });
    writeFileSync(join(folder, slug, file), typeof value === "string" ? value : JSON.stringify(value));
  };
  write("hostile", "workshop.json", workshop);
  for (const language of ["en", "it", "de"]) write("hostile", `texts.${language}.json`, texts);
  const few = list => list?.slice(0, 3);
  const small = {
    ...workshop, types: few(workshop.types), zones: few(workshop.zones), tables: few(workshop.tables).map(({ id }, n) => ({ id, name: `${sign} ${n}` })),
    agenda: workshop.agenda.filter(x => !/^slide\d/.test(x.id)).map(({ settings, ...x }) => ({
      ...x, settings: Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, Array.isArray(value) && value.some(x => x.id || `${x}`.startsWith("@")) ? few(value) : value])),
    })),
  };
  const used = Object.keys(texts).filter(key => JSON.stringify(small).includes(`"@${key}"`));
  write("signs", "workshop.json", small);
  for (const language of ["en", "it", "de"]) write("signs", `texts.${language}.json`, Object.fromEntries(used.map((key, n) => [key, `${sign} ${n}`])));
  for (const [n, x] of words.entries()) write(`broken-${n}`, "workshop.json", { [x]: 1 });
  for (const n of words.keys()) for (const language of ["en", "it", "de"]) write(`broken-${n}`, `texts.${language}.json`, "{}");
  return { folder, slides: long.length, options: options.length, broken: words.length, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
