import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { slimSignalR } from "./signalr.plugin.ts";
import { kebab, texts } from "./texts.plugin.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Says in a file's name what is in it: `ideas-phone`, `texts-room-de`. */
function chunkName(module: string, name: string): string {
  const [, area, language] = /virtual:texts\/([^/]+)\/(\w+)$/.exec(module) ?? [];
  if (area) return `texts-${area}-${language}`;
  const [, kind] = /\/Activities\/(\w+)\/\w+\.tsx$/.exec(module) ?? [];
  return kind ? `${kebab(kind)}-${name}` : name;
}

// What every page runs comes in one file, what all run that are connected in another, what phone and scribe share in a third: fewer requests, and they compress
// better together. A phone that stands at the door for the first time loads the first alone. What grows with each kind of step lies apart: a phone asks for it at its first step.
const groups = [
  { name: "shared", test: /[\\/]node_modules[\\/]preact[\\/]|@oxc-project|preload-helper|virtual:texts\/(phone|room)$|[\\/]src[\\/](draw|id|pause|press|store|texts|theme)\.ts$|[\\/]src[\\/]phone[\\/](door|persist|speech|useLater)\.ts$|[\\/]src[\\/]ui[\\/](lines|Calm|Own)\.tsx?$/ },
  { name: "live", test: /[\\/]node_modules[\\/]|[\\/]src[\\/](follow|live|patch)\.ts$|[\\/]src[\\/]ui[\\/]hooks\.ts$/ },
  { name: "list", test: /virtual:texts\/kinds$|[\\/]src[\\/]screens\.ts$/ },
  { name: "outbox", test: /[\\/]src[\\/](drafts|graphemes|outbox)\.ts$|[\\/]src[\\/]phone[\\/](Announcer|Line|Returned|room|Yours)\.tsx?$/ },
];

/**
 * Puts the page's tokens before every other sheet: the bundler orders shared sheets as its chunks fall, and one day they came last and undid the size of the wall.
 */
const tokensFirst = (): Plugin => ({
  name: "tokens-first",
  transformIndexHtml: {
    order: "post",
    handler: html => {
      const [tokens] = /[ \t]*<link rel="stylesheet"[^>]*\/tokens-[^>]*>\n?/.exec(html) ?? [];
      return tokens ? html.replace(tokens, "").replace(/[ \t]*<link rel="stylesheet"|[ \t]*<\/head>/, first => `${tokens.trimEnd()}\n${first}`) : html;
    },
  },
});

// Screens of a kind of activity live beside their C#, outside this folder: hence the aliases and the wider `fs.allow`.
export default defineConfig({
  plugins: [texts(here("../../Participation")), slimSignalR(), tokensFirst()],
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
      input: { phone: here("phone.html"), console: here("console.html"), account: here("account.html"), scribe: here("scribe.html"), projector: here("projector.html") },
      output: {
        codeSplitting: { groups },
        chunkFileNames: chunk => `assets/${chunkName(chunk.facadeModuleId ?? "", chunk.name)}-[hash].js`,
      },
    },
  },
  // The clocks of the tests are false; a busy machine takes its time all the same.
  test: { include: ["test/**/*.test.ts"], environment: "node", testTimeout: 60_000, css: true },
});
