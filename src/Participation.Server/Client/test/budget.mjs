// Weighs what a phone loads, compressed as the server sends it, and fails when the page is too heavy: the page with all that it imports and its
// heaviest language. A kind's screen comes when its step opens; the heaviest one is printed beside it. Plain http speaks gzip alone.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const limit = 40_000;
const www = fileURLToPath(new URL("../../wwwroot", import.meta.url));
const assets = readdirSync(join(www, "assets"));
const read = file => readFileSync(file === "phone.html" ? join(www, file) : join(www, "assets", file), "utf8");
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

const weigh = (files, by) => [...files].reduce((sum, x) => sum + by(Buffer.from(read(x))).length, 0);
const heaviest = (sets, by) => Math.max(0, ...sets.map(x => weigh(x, by)));
const page = whole("phone.html");
const languages = ["en", "it", "de"].map(x => named(new RegExp(`^texts-(room|phone)-${x}-`)));
const screens = named(/^[a-z-]+-phone-.*\.js$/).map(x => [...whole(x)].filter(y => !page.has(y)));
const ofKind = x => x.find(y => y.includes("-phone-")).replace(/-phone-.*/, "");
const steps = screens.map(x => [...x, ...named(new RegExp(`^texts-${ofKind(x)}-de-`))]);
const styles = named(/^phone-.*\.css$/).filter(x => !page.has(x));

if (languages[0].length !== 2 || steps.length < 5) throw new Error("the names of the chunks have changed: nothing was weighed");
let over = false;
for (const [name, by] of [["gzip", gzipSync], ["brotli", brotliCompressSync]]) {
  const first = weigh(page, by) + heaviest(languages, by);
  over ||= first > limit;
  console.log(`${name}: page with its language ${first} B of ${limit} B; the heaviest step adds ${heaviest(steps, by) + heaviest(styles.map(x => [x]), by)} B`);
}
console.log([...page].map(x => `${x} ${weigh([x], gzipSync)}`).join(", "));
process.exit(over ? 1 : 0);
