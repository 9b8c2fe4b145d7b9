import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const languages = ["en", "it", "de"];
const prefix = "virtual:texts/";

/**
 * Offers the house's texts one language at a time. `virtual:texts/<area>` maps languages to loaders, `virtual:texts/<area>/<language>` is
 * the table itself, `virtual:texts/kinds` maps each kind of activity to its loaders. An area is a file in Texts/ or a kind's texts.json.
 * What a kind calls its sorts of contribution (`<kind>.kind.…`) comes with the projector as well: a later step shows what an earlier one gave.
 * Keys of the written report (`<kind>.report.…`) stay on the server.
 */
export function texts(model: string): Plugin {
  const activities = join(model, "Activities");
  const kinds = () => readdirSync(activities).filter(x => existsSync(join(activities, x, "texts.json")));
  const file = (area: string) => {
    const folder = kinds().find(x => kebab(x) === area);
    return folder ? join(activities, folder, "texts.json") : join(model, "Texts", `${area}.json`);
  };
  const loaders = (area: string) => `{${languages.map(x => `${x}:()=>import("${prefix}${area}/${x}")`).join()}}`;

  return {
    name: "texts",
    resolveId: id => (id.startsWith(prefix) ? "\0" + id : undefined),
    load(id) {
      if (!id.startsWith("\0" + prefix)) return;
      const [area, language] = id.slice(prefix.length + 1).split("/");
      if (area === "kinds") {
        const found = existsSync(activities) ? kinds() : [];
        return `export default {${found.map(x => `"${kebab(x)}":${loaders(kebab(x))}`).join()}}`;
      }
      if (!language) return `export default ${loaders(area)}`;
      this.addWatchFile(file(area));
      const table = (of: string) => Object.entries(JSON.parse(readFileSync(file(of), "utf8"))[language] as Record<string, string>);
      const sorts = area === "projector" ? kinds().map(kebab).flatMap(x => table(x).filter(([key]) => key.startsWith(`${x}.kind.`))) : [];
      const shown = [...table(area), ...sorts].filter(([key]) => !key.includes(".report."));
      return `export default ${JSON.stringify(Object.fromEntries(shown))}`;
    },
  };
}

/** `DotVote` → `dot-vote`, as the server names kinds. */
export const kebab = (folder: string) => folder.replace(/(?<!^)[A-Z]/g, x => "-" + x).toLowerCase();
