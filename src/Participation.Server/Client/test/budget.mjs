// Weighs what each surface loads and fails when one is too heavy: its page with all that the page imports and its heaviest language, for the
// screens of the house with every kind of step as well; of a phone's steps, which come one at a time, the heaviest is printed beside it.
// Plain http speaks gzip alone. Files that a publish compressed are weighed as they lie there:  npm run budget -- PUBLISHED/wwwroot
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const limits = { phone: 40_000, scribe: 150_000, console: 150_000, projector: 150_000 };
const areas = { phone: ["room", "phone"], scribe: ["room", "screen", "console", "phone", "scribe"], console: ["room", "screen", "console"], projector: ["room", "screen", "projector"] };
const brings = { phone: "phone", scribe: "console", console: "console", projector: "projector" };

const www = resolve(process.argv[2] ?? fileURLToPath(new URL("../../wwwroot", import.meta.url)));
const assets = readdirSync(join(www, "assets")).filter(x => !/\.(gz|br)$/.test(x));
const place = file => (file.endsWith(".html") ? join(www, file) : join(www, "assets", file));
const read = file => readFileSync(place(file), "utf8");
const named = pattern => assets.filter(x => pattern.test(x));

/** A file with all that it cannot do without: links and scripts of a page, static imports of a script. */
function whole(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = read(file);
  for (const x of assets) {
    if (file.endsWith(".html") ? text.includes(`/assets/${x}"`) : text.includes(`from"./${x}"`) || text.includes(`import"./${x}"`)) whole(x, seen);
  }
  return seen;
}

const ways = { gzip: [".gz", gzipSync], brotli: [".br", brotliCompressSync] };
// The page itself is sent as it is: it is smaller than a packet.
const bytes = (file, [end, compress]) => (file.endsWith(".html") ? statSync(place(file)).size : existsSync(place(file) + end) ? statSync(place(file) + end).size : compress(readFileSync(place(file))).length);
const weigh = (files, way) => [...files].reduce((sum, x) => sum + bytes(x, way), 0);
const heaviest = (sets, way) => Math.max(0, ...sets.map(x => weigh(x, way)));
const kinds = named(/^[a-z-]+-phone-.{8}\.js$/).map(x => x.replace(/-phone-.{8}\.js$/, ""));
const texts = (areas, language) => named(new RegExp(`^texts-(${areas.join("|")})-${language}-`));

function surface(name) {
  const page = whole(`${name}.html`);
  const languages = ["en", "it", "de"].map(x => texts(areas[name], x));
  const steps = kinds.map(kind => [...named(new RegExp(`^${kind}-${brings[name]}-.{8}\\.js$`)).flatMap(x => [...whole(x)]).filter(x => !page.has(x)), ...texts([kind], "de")]);
  // Styles of a kind carry the name of its module alone; they are few, and all are counted.
  const styles = named(/\.css$/).filter(x => !page.has(x) && new RegExp(`^(${brings[name]}|dots|opinions|Cards)-`).test(x));
  if (languages[0].length !== areas[name].length || steps.length < 5 || steps.some(x => x.length < 2)) throw new Error(`${name}: the names of the chunks have changed: nothing was weighed`);
  return { page, languages, steps, styles };
}

// What every sheet builds on comes first: else it would undo what the others say of the same elements.
for (const name of Object.keys(limits)) {
  const [first] = /<link rel="stylesheet"[^>]*href="([^"]+)"/.exec(read(`${name}.html`))?.slice(1) ?? [];
  if (!first?.startsWith("/assets/tokens-")) throw new Error(`${name}: its first sheet is ${first}, and not the tokens`);
}

let over = false;
for (const [name, limit] of Object.entries(limits)) {
  const { page, languages, steps, styles } = surface(name);
  for (const [how, way] of Object.entries(ways)) {
    const first = weigh(page, way) + heaviest(languages, way);
    const apart = name === "phone" ? heaviest(steps, way) + heaviest(styles.map(x => [x]), way) : weigh(new Set([...steps.flat(), ...styles]), way);
    const sum = name === "phone" ? first : first + apart;
    over ||= sum > limit;
    console.log(`${name} ${how}: ${sum} B of ${limit} B${sum > limit ? " TOO HEAVY" : ""}: page with its language ${first} B, ${name === "phone" ? "the heaviest step adds" : "all kinds of step"} ${apart} B`);
  }
}
console.log([...whole("phone.html")].map(x => `${x} ${weigh([x], ways.gzip)}`).join(", "));
process.exit(over ? 1 : 0);
