// Weighs what a phone loads, compressed as the server sends it, and fails when the page is too heavy: the page with all that it imports and its
// heaviest language. A kind's screen comes when its step opens; the heaviest one is printed beside it. Plain http speaks gzip alone.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const limit = 40_000;
const www = fileURLToPath(new URL("../../wwwroot", import.meta.url));
const assets = readdirSync(join(www, "assets"));
const read = file => readFileSync(file === "phone.html" ? join(www, file) : join(www, "assets", file), "utf8");

/** The files that this one cannot do without: links and scripts of a page, static imports of a script. */
const needs = file =>
  assets.filter(x => {
    const text = read(file);
    return file.endsWith(".html") ? text.includes(`/assets/${x}"`) : new RegExp(`(?:from|import)\\s*"\\./${x.replace(/[.$]/g, "\\$&")}"`).test(text);
  });
const all = (file, seen = new Set()) => {
  if (seen.has(file)) return seen;
  seen.add(file);
  needs(file).forEach(x => all(x, seen));
  return seen;
};

const weigh = (files, by) => [...files].reduce((sum, x) => sum + by(Buffer.from(read(x))).length, 0);
const page = all("phone.html");
const main = [...page].map(read).join("\n");
// Every chunk that the page can load later: screens of kinds with their styles (`phone-*`), texts by language.
const later = assets.filter(x => !page.has(x) && main.includes(x));
const texts = language => later.filter(x => x.startsWith(language + "-") && x.endsWith(".js"));
const language = ["en", "it", "de"].map(texts).sort((a, b) => weigh(b, gzipSync) - weigh(a, gzipSync))[0];
const styles = later.filter(x => x.endsWith(".css"));
const screens = later.filter(x => /^phone-.*\.js$/.test(x)).map(x => new Set([...all(x)].filter(y => !page.has(y))));
const heaviest = screens.sort((a, b) => weigh(b, gzipSync) - weigh(a, gzipSync))[0] ?? new Set();

let over = false;
for (const [name, by] of [["gzip", gzipSync], ["brotli", brotliCompressSync]]) {
  const first = weigh(page, by) + weigh(language, by);
  const step = weigh(heaviest, by) + weigh(styles, by);
  over ||= first > limit;
  console.log(`${name}: page with its language ${first} B of ${limit} B; the heaviest step adds ${step} B`);
}
console.log([...page].map(x => `${basename(x)} ${weigh([x], gzipSync)}`).join(", "));
process.exit(over ? 1 : 0);
