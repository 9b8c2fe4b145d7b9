import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { launch, Watch } from "./browser.mjs";
import { sees } from "./expect.mjs";
import { Server } from "./server.mjs";
import { Wire } from "./wire.mjs";

const phoneSize = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const consoleSize = { viewport: { width: 1280, height: 800 } };
const wallSize = { viewport: { width: 1920, height: 1080 } };

/** A server, a browser, and the people who come with their devices. */
export class House {
  static password = "nine trams to the lake";
  #contexts = [];
  #taken = 0;

  static async open(workshops, ...settings) {
    const house = new House();
    const [server, browser] = await Promise.allSettled([Server.start(workshops, ...settings), launch()]);
    [house.server, house.browser] = [server.value, browser.value];
    if (server.reason ?? browser.reason) {
      await house.close();
      throw server.reason ?? browser.reason;
    }
    house.wire = await Wire.to(house.server);
    house.wired = Object.assign(new URL(house.server.lan), { port: house.wire.port }).origin;
    house.watch = new Watch(...[house.server.local, house.server.lan, house.wired].map(x => new URL(x).host));
    return house;
  }

  async close() {
    await this.browser?.close();
    this.wire?.close();
    await this.server?.stop();
  }

  /** A device: cookies and storage of its own. */
  async device(options = {}) {
    const context = await this.browser.newContext({ locale: "en-GB", baseURL: this.server.local, timezoneId: "Europe/Rome", ...options });
    await this.watch.over(context);
    this.#contexts.push(context);
    return context;
  }

  /** The devices go home; what was noted on them must be nothing. Of a journey that failed it is told what stood on each. With SHOTS=folder each leaves a picture of its last page. */
  async leave(journey) {
    if (process.env.SHOTS) await this.#shots();
    if (journey?.error) await this.#tell(journey);
    await Promise.all(this.#contexts.splice(0).map(x => x.close()));
    assert.deepEqual(this.watch.notes.splice(0), []);
  }

  get #pages() {
    return this.#contexts.flatMap(x => x.pages());
  }

  async #tell(journey) {
    for (const page of this.#pages) {
      const words = await Promise.race([page.locator("body").innerText().catch(error => error.message), pause(5_000, "no answer")]);
      journey.diagnostic(`${new URL(page.url()).pathname.replaceAll(/[\w-]{20,}/g, "…")}: ${words.replace(/\s+/g, " ").slice(0, 2_000)}`);
    }
  }

  async #shots() {
    for (const [n, page] of this.#pages.entries()) await page.screenshot({ path: `${process.env.SHOTS}/${process.pid}-${++this.#taken}-${n}.png` }).catch(() => {});
  }

  /** The facilitator's browser: the setup link makes the first account, the same person comes back signed in. */
  async facilitator(options = {}) {
    const context = await this.device({ ...consoleSize, ...options, ...(this.host && { storageState: { cookies: this.host, origins: [] } }) });
    const page = await context.newPage();
    await page.goto(this.host ? `${this.server.local}/console` : this.server.setup);
    if (!this.host) {
      await page.getByLabel("Name to sign in with").fill("Ada");
      await page.getByLabel("Password", { exact: true }).fill(House.password);
      await page.getByRole("button", { name: "Begin" }).click();
    }
    await sees(page.getByRole("radio").first());
    this.host ??= await context.cookies();
    return page;
  }

  /** Opens a session as the facilitator does, and reads its code and links. */
  async session(page, { workshop = "Map of ideas", title, language, tables, admission } = {}) {
    await page.getByRole("radio", { name: workshop }).check();
    if (title) await page.getByLabel("Title of the session").fill(title);
    if (language) await page.getByLabel("Language of the session").selectOption(language);
    if (tables) await page.getByLabel("Tables").fill(tables.join("\n"));
    if (admission) await page.getByLabel("Who may come in").selectOption({ label: admission });
    await page.getByRole("button", { name: "Open a session" }).click();
    await page.waitForURL(/console\/[0-9a-f-]{36}$/);
    const id = page.url().split("/").pop();
    const link = async name => page.getByLabel(name, { exact: true }).inputValue();
    await sees(page.getByLabel("Participants", { exact: true }));
    const session = { id, participant: await link("Participants"), projector: await link("Screen in the room") };
    session.code = /[A-Z2-9]{6}/.exec(await page.getByRole("button", { name: "Show the code to join" }).textContent())[0];
    return session;
  }

  /** A link for one more facilitator, from the console that is open: good once. */
  async leaderLink(page) {
    await page.getByRole("button", { name: "Create a link" }).click();
    return await page.getByLabel("Another facilitator", { exact: true }).inputValue();
  }

  async projector(session, options = {}) {
    const page = await (await this.device({ ...wallSize, ...options })).newPage();
    await page.goto(session.projector);
    await sees(page.getByRole("main"));
    return page;
  }

  /** Somebody with a phone, in the room; `wired`: over the network that a test may cut. */
  async phone(session, { wired, ...options } = {}) {
    const page = await (await this.device({ ...phoneSize, ...options })).newPage();
    await page.goto(wired ? session.participant.replace(this.server.lan, this.wired) : session.participant);
    await page.locator("form.entry button.primary").tap();
    await sees(page.locator("footer .mark"));
    return page;
  }
}

/** Asks as a page of the server's own does: a browser says so, and only then is who sits at the machine known without TLS. */
export const fetched = (page, path) => page.request.get(path, { headers: { "sec-fetch-site": "same-origin" } });

/** The report's table: one row of text per contribution. */
export async function table(console, session) {
  const answer = await fetched(console, `/report/${session.id}.csv?language=en`);
  assert.equal(answer.status(), 200);
  return await answer.text();
}

