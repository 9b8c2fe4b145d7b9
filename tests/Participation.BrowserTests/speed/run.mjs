// How fast the pages are, on this machine: node speed/run.mjs [phone|cards|memory] [--cards 2000] [--seconds 10] [--rounds 3] [--minutes 2] [--shots FOLDER] [--json FILE]
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const text = { type: "string" };
const { values, positionals } = parseArgs({ allowPositionals: true, options: { cards: text, seconds: text, perSecond: text, rounds: text, minutes: text, shots: text, json: text } });
const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, ["shots", "json"].includes(name) ? value : Number(value)]));
const all = { phone: () => import("./phone.mjs").then(x => x.phone3g(options)).then(({ times, files, bytes }) => [...times, ...files, { file: "together, heads included", bytes }]), cards: () => import("./cards.mjs").then(x => x.cards(options)), memory: () => import("./memory.mjs").then(x => x.memory(options)).then(rows => rows.map(({ last, anew, ...row }) => row)) };
const found = {};
for (const name of positionals.length > 0 ? positionals : Object.keys(all)) {
  found[name] = await all[name]();
  console.log(`\n${name}`);
  console.table(found[name]);
}
if (options.json) writeFileSync(options.json, JSON.stringify(found, null, 2));
