import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Chromium without a window of its own does the same work in two thirds of the time; CHROMIUM names another one. */
const program = () => process.env.CHROMIUM ?? (existsSync("/usr/bin/chromium-headless-shell") ? "/usr/bin/chromium-headless-shell" : "/usr/bin/chromium");

export const launch = () => chromium.launch({ executablePath: program(), args: flags });

/** How long a step is waited for (ms): a red one costs seconds. PATIENCE (seconds) says more where the machine is slow or busy with other things. */
export const patience = 1_000 * (Number(process.env.PATIENCE) || 20);

/** What must never happen on any page, noted as it happens. */
export class Watch {
  notes = [];
  #hosts;

  constructor(...hosts) {
    this.#hosts = new Set(hosts);
  }

  async over(context) {
    await context.exposeBinding("__violated", ({ page }, what) => void this.notes.push(`policy violated on ${page.url()}: ${what}`));
    await context.addInitScript(() => document.addEventListener("securitypolicyviolation", e => window.__violated(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`)));
    context.setDefaultTimeout(patience);
    context.on("page", page => {
      page.on("dialog", dialog => {
        this.notes.push(`dialog on ${page.url()}: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("pageerror", error => this.notes.push(`error on ${page.url()}: ${error.stack ?? error.message}`));
      page.on("request", request => {
        const url = new URL(request.url());
        if (!["data:", "blob:"].includes(url.protocol) && !this.#hosts.has(url.host)) this.notes.push(`request to another host from ${page.url()}: ${url}`);
      });
    });
  }
}
