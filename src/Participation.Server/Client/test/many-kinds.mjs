// A page for phones costs the same however many kinds of step there are: thirty more are made in a copy, from one that exists, and both phones of
// the budget are weighed again.  npm run budget:kinds
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const more = 30;
/** So many bytes may thirty names and addresses add to what a phone loads before its first step. */
const noise = 100;
const client = fileURLToPath(new URL("..", import.meta.url));
const model = join(client, "../../Participation");
const copy = mkdtempSync(join(tmpdir(), "many-kinds-"));

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: join(copy, "Participation.Server/Client"), encoding: "utf8" });
  return { status, text: stdout + stderr };
}

/** Bytes of both phones, by line of the budget. */
const phones = text => Object.fromEntries([...text.matchAll(/^((?:phone|first visit) \w+): (\d+) B/gm)].map(([, name, bytes]) => [name, Number(bytes)]));

function weigh() {
  const built = run("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn");
  if (built.status !== 0) throw new Error(built.text);
  const found = phones(run("test/budget.mjs").text);
  if (Object.keys(found).length !== 4) throw new Error("the budget names no phones any more: nothing was weighed");
  return found;
}

try {
  cpSync(client, join(copy, "Participation.Server/Client"), { recursive: true, filter: from => basename(from) !== "node_modules" });
  symlinkSync(join(client, "node_modules"), join(copy, "Participation.Server/Client/node_modules"));
  cpSync(model, join(copy, "Participation"), { recursive: true, filter: from => !/[\\/](bin|obj)$|\.cs$/.test(from) });
  const before = weigh();
  for (let n = 1; n <= more; n++) {
    const folder = join(copy, "Participation/Activities", `Dummy${String(n)}`);
    cpSync(join(model, "Activities/Opinions"), folder, { recursive: true, filter: from => !from.endsWith(".cs") });
    const texts = join(folder, "texts.json");
    writeFileSync(texts, readFileSync(texts, "utf8").replaceAll("opinions.", `${basename(folder).toLowerCase()}.`));
  }
  const after = weigh();
  let over = false;
  for (const name of Object.keys(before)) {
    const grown = after[name] - before[name];
    over ||= after[name] > 40_000 || grown > noise;
    console.log(`${name}: ${after[name]} B of 40000 B with ${more} kinds more, ${grown} B added${grown > noise ? " (MORE THAN " + noise + ")" : ""}`);
  }
  process.exitCode = over ? 1 : 0;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
