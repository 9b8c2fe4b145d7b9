import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { kebab, texts } from "./texts.plugin.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Says in a file's name what is in it: `ideas-phone`, `texts-room-de`. */
function chunkName(module: string, name: string): string {
  const [, area, language] = /virtual:texts\/([^/]+)\/(\w+)$/.exec(module) ?? [];
  if (area) return `texts-${area}-${language}`;
  const [, kind] = /\/Activities\/(\w+)\/\w+\.tsx$/.exec(module) ?? [];
  return kind ? `${kebab(kind)}-${name}` : name;
}

// Screens of a kind of activity live beside their C#, outside this folder: hence the aliases and the wider `fs.allow`.
export default defineConfig({
  plugins: [texts(here("../../Participation"))],
  resolve: { alias: { preact: here("node_modules/preact"), "@client": here("src") } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { fs: { allow: [here("../..")] }, proxy: { "/api": "http://localhost:5080", "/live": { target: "http://localhost:5080", ws: true } } },
  build: {
    outDir: here("../wwwroot"),
    emptyOutDir: true,
    target: ["es2020", "chrome87", "safari14"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { phone: here("phone.html"), console: here("console.html"), scribe: here("scribe.html"), projector: here("projector.html") },
      output: { chunkFileNames: chunk => `assets/${chunkName(chunk.facadeModuleId ?? "", chunk.name)}-[hash].js` },
    },
  },
  test: { include: ["test/**/*.test.ts"], environment: "node" },
});
