// Weighs what each surface loads and fails when one is too heavy: its page with all that the page imports and its heaviest language, for the
// screens of the house with every kind of step as well; of a phone's steps, which come one at a time, the heaviest is printed beside it. A phone is
// weighed twice: as somebody has it who sits in the room, and as it stands at the door for the first time, until the button can be pressed.
// Plain http speaks gzip alone. Files that a publish compressed are weighed as they lie there:  npm run budget -- PUBLISHED/wwwroot
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const limits = { phone: 40_000, "first visit": 40_000, scribe: 150_000, console: 150_000, projector: 150_000 };
const areas = { phone: ["room", "phone"], "first visit": ["room", "phone", "door"], scribe: ["room", "screen", "console", "phone", "scribe"], console: ["room", "screen", "console"], projector: ["room", "screen", "projector"] };
const pages = { "first visit": "phone" };
/** What of a page comes behind it with its first step, whatever its kind. */
const lists = { phone: "kinds" };
/** What of a page comes behind it and is there before anybody can do anything. */
const parts = { phone: "RoomPage", "first visit": "atDoor" };
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

/** A part that a page asks for later, with all that the browser is told to load beside it. */
function behind(page, part) {
  for (const text of [...page].filter(x => x.endsWith(".js")).map(read)) {
    const [, chunk, list] = new RegExp(`import\\([\`"']\\./(${part}-[\\w-]{8}\\.js)[\`"']\\)(?:;return\\{[^}]*\\}\\})?,(?:__vite__mapDeps\\(\\[([\\d,]*)\\]\\)|\\[\\])`).exec(text) ?? [];
    if (!chunk) continue;
    const named = JSON.parse(/\.f=(\[[^\]]*\])/.exec(text)?.[1] ?? "[]");
    return [...whole(chunk), ...(list ? list.split(",").map(x => named[x].replace("assets/", "")) : [])];
  }
  throw new Error(`${part}: nothing asks for it: nothing was weighed`);
}

const ways = { gzip: [".gz", gzipSync], brotli: [".br", brotliCompressSync] };
// The page itself is sent as it is: it is smaller than a packet.
const bytes = (file, [end, compress]) => (file.endsWith(".html") ? statSync(place(file)).size : existsSync(place(file) + end) ? statSync(place(file) + end).size : compress(readFileSync(place(file))).length);
const weigh = (files, way) => [...files].reduce((sum, x) => sum + bytes(x, way), 0);
const heaviest = (sets, way) => Math.max(0, ...sets.map(x => weigh(x, way)));
const kinds = named(/^[a-z-]+-phone-.{8}\.js$/).map(x => x.replace(/-phone-.{8}\.js$/, ""));
const texts = (areas, language) => named(new RegExp(`^texts-(${areas.join("|")})-${language}-`));

function surface(name) {
  const page = whole(`${pages[name] ?? name}.html`);
  if (parts[name]) for (const x of behind(page, parts[name])) page.add(x);
  const languages = ["en", "it", "de"].map(x => texts(areas[name], x));
  if (languages.some(x => x.length !== areas[name].length)) throw new Error(`${name}: the names of the chunks have changed: nothing was weighed`);
  if (!brings[name]) return { page, languages, steps: [], styles: [] };
  const list = lists[name] ? behind(page, lists[name]).filter(x => !page.has(x)) : [];
  const steps = kinds.map(kind => [...list, ...named(new RegExp(`^${kind}-${brings[name]}-.{8}\\.js$`)).flatMap(x => [...whole(x)]).filter(x => !page.has(x)), ...texts([kind], "de")]);
  // Styles of a kind carry the name of its module alone; they are few, and all are counted.
  const styles = named(/\.css$/).filter(x => !page.has(x) && new RegExp(`^(${brings[name]}|dots|opinions|Cards)-`).test(x));
  if (steps.length < 5 || steps.some(x => x.length < 2 + list.length)) throw new Error(`${name}: the names of the chunks have changed: nothing was weighed`);
  return { page, languages, steps, styles };
}

// What every sheet builds on comes first: else it would undo what the others say of the same elements.
for (const name of Object.keys(brings)) {
  const [first] = /<link rel="stylesheet"[^>]*href="([^"]+)"/.exec(read(`${name}.html`))?.slice(1) ?? [];
  if (!first?.startsWith("/assets/tokens-")) throw new Error(`${name}: its first sheet is ${first}, and not the tokens`);
}

let over = false;
for (const [name, limit] of Object.entries(limits)) {
  const { page, languages, steps, styles } = surface(name);
  for (const [how, way] of Object.entries(ways)) {
    const first = weigh(page, way) + heaviest(languages, way);
    const apart = !brings[name] ? 0 : name === "phone" ? heaviest(steps, way) + heaviest(styles.map(x => [x]), way) : weigh(new Set([...steps.flat(), ...styles]), way);
    const sum = name === "phone" ? first : first + apart;
    const more = name === "phone" ? `, the heaviest step adds ${apart} B` : brings[name] ? `, all kinds of step ${apart} B` : "";
    over ||= sum > limit;
    console.log(`${name} ${how}: ${sum} B of ${limit} B${sum > limit ? " TOO HEAVY" : ""}: page with its language ${first} B${more}`);
  }
}
for (const name of Object.keys(parts)) console.log(`${name}: ${[...surface(name).page].map(x => `${x} ${weigh([x], ways.gzip)}`).join(", ")}`);
process.exit(over ? 1 : 0);
