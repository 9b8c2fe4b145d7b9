import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { countingFrom } from "../house/census.mjs";
import { sees, until } from "../house/expect.mjs";
import { workshops } from "../house/hostile-workshop.mjs";
import { House, fetched } from "../house/house.mjs";
import { speak, speaks } from "../house/hub.mjs";
import { given, kinds, longest, reworded } from "../house/kinds.mjs";
import { harmless, packed, payloads, spread, within } from "../house/payloads.mjs";
import { sign, spelled } from "../house/sign.mjs";
import { Twins } from "../house/twins.mjs";

/**
 * Each day some kinds in turn, and some of the payloads: what is new today was not there yesterday, and in a few days all of it was. INJECTION=20420 is the turn of that day. INJECTION=short takes five hundred of every
 * length that a field may have through all kinds, from every family alike, as many in one text as it holds; INJECTION=all every payload through every field alone.
 */
const asked = process.env.INJECTION ?? `${Math.floor(Date.now() / 86_400_000)}`;
const all = asked === "all";
const turn = /^\d+$/.test(asked) ? Number(asked) : undefined;
const enough = turn === undefined ? 500 : 40;
const texts = most => (all ? within(most) : packed(spread(within(most), enough, turn), most));
/** The kinds whose pages are looked at, and those that stand before them with what they take. */
const shown = turn === undefined ? kinds : kinds.filter((_, n) => [0, 2].some(x => (turn + x) % kinds.length === n));
const told = kinds.filter(x => shown.includes(x) || shown.some(y => y.settings.from?.includes(x.kind)) || shown.some(y => y.settings.from?.some(z => kinds.find(k => k.kind === z)?.settings.from?.includes(x.kind))));
const cut = (list, length) => Array.from({ length: Math.ceil(list.length / length) }, (_, n) => list.slice(n * length, (n + 1) * length));
const inTurn = all ? Infinity : turn === undefined ? 3 : 1;

/** One evening with these words in every field of every command and page. */
class Evening {
  constructor(twins, say, hostile) {
    Object.assign(this, { twins, say, hostile, fill: most => texts(most).map(say) });
  }

  async run() {
    const since = Date.now();
    const timed = what => process.env.TIMES && console.log(`${this.hostile ? "hostile" : "calm"} ${what}: ${Date.now() - since} ms`);
    this.shelf = workshops(this.fill);
    this.house = await House.open(this.shelf.folder);
    try {
      const device = this.house.device.bind(this.house);
      this.house.device = async options => {
        const context = await device(options);
        await countingFrom(context);
        await context.exposeBinding("struck", ({ page }) => void this.house.watch.notes.push(`struck on ${page.url()}`));
        await spelled(context, this.say((all ? payloads : spread(payloads, enough, turn)).join(" ")));
        return context;
      };
      this.desk = await this.house.facilitator();
      for (const part of ["signs", "accounts", "record", "paper", "screens"]) {
        await this[part]();
        timed(part);
      }
      assert.deepEqual(this.house.watch.notes.splice(0).filter(x => !/struck is not defined/.test(x)), []);
    } finally {
      await this.house.close();
      this.shelf.remove();
    }
  }

  keep = (surface, page) => this.twins.meet(surface, page, this.hostile);

  async post(path, data) {
    const answer = await this.desk.request.post(path, { data, headers: { origin: this.house.server.local } });
    return answer.ok() ? await answer.json() : assert.fail(`${path}: ${answer.status()} ${await answer.text()} ${JSON.stringify(data)}`);
  }

  async opened({ workshop, title, tables }) {
    return (await this.post("/api/sessions", { workshop, language: "en", title, place: title, tables })).session;
  }

  async session(id) {
    return { id, ...await (await fetched(this.desk, `/api/sessions/${id}/links`)).json() };
  }

  /** Everybody's page of a session. */
  async seats(session) {
    await this.desk.goto(`/console/${session.id}`);
    await sees(this.desk.getByRole("button", { name: "Show the code to join" }));
    const scribe = await (await this.house.device({ viewport: { width: 1280, height: 800 } })).newPage();
    await scribe.goto(session.scribes[0].url);
    await sees(scribe.getByRole("main"));
    this.room = session;
    this.pages = { desk: this.desk, scribe, wall: await this.house.projector(session), author: await this.house.phone(session), other: await this.house.phone(session) };
    this.before = {};
  }

  lead = (name, item, data = {}) => speaks(this.desk, this.room, "facilitator", [{ name, item, data }]);

  /** What stands on every page after the room went on: each shows something else than before. */
  everywhere(name) {
    return Promise.all(Object.entries(this.pages).map(async ([whose, page]) => {
      this.before[whose] = await until(() => page.evaluate(() => document.body.textContent), text => text !== this.before[whose], `${name}: ${whose} shows what it showed before`);
      await this.keep(`${name}: ${whose}`, page);
    }));
  }

  /** A small session in which every text is the sign: each place of each page holds every payload at once. */
  async signs() {
    const session = await this.session(await this.opened({ workshop: "signs", title: sign }));
    const door = await (await this.house.device({ viewport: { width: 360, height: 740 } })).newPage();
    await door.goto(session.participant);
    await sees(door.locator("form.entry button.primary"));
    await this.keep("one of each: door", door);
    await this.seats(session);
    const { author, other } = this.pages;
    await this.everywhere("one of each: waiting");
    await this.lead("session.start");
    for (const kind of told) {
      if (kind !== kinds[0]) await this.lead("session.open-item", kind.kind);
      for (const { who, command } of given(kind, 5, () => sign)) await speaks([this.desk, author][who] ?? other, session, who ? "participant" : "facilitator", [command]);
      if (shown.includes(kind)) await this.everywhere(`one of each: ${kind.kind}`);
    }
    await this.lead("session.close");
    await this.everywhere("one of each: closed");
    await this.home();
  }

  /** Those who sat in a session leave; the facilitator goes back to the list. */
  async home() {
    for (const [whose, page] of Object.entries(this.pages)) if (whose !== "desk") await page.context().close();
    await this.desk.goto("/console");
    await this.listed(this.desk);
  }

  /** Nothing on the facilitators' first page is still to come. */
  async listed(page) {
    await sees(page.getByRole("navigation"));
    await sees(page.getByRole("radio").first());
    await until(() => page.getByText("Loading…").count(), 0, "nothing is loading");
  }

  /** Names that people choose for themselves. */
  async accounts() {
    for (const name of [sign, ...this.fill(60).filter(x => !/[\n\t]/.test(x)).slice(0, inTurn)]) {
      const key = (await this.post("/api/people/invite", { role: "facilitator" })).url.split("#")[1];
      const guest = await (await this.house.device({ baseURL: this.house.server.local })).newPage();
      const answer = await guest.request.post("/api/invitation/accept", { data: { key, name, password: House.password }, headers: { origin: this.house.server.local } });
      if (answer.ok()) {
        await guest.goto("/account");
        await sees(guest.getByRole("listitem"));
        await this.keep(`account of ${name.length}`, guest);
        await guest.goto("/console");
        await this.listed(guest);
        await this.keep("a guest's console", guest);
      }
      await guest.context().close();
    }
    await this.desk.goto("/people");
    await sees(this.desk.getByRole("listitem").nth(1));
    await this.keep("people", this.desk);
    const stranger = await (await this.house.device()).newPage();
    const words = this.fill(280);
    await stranger.goto(`/sign-in?to=${encodeURIComponent(words.at(-1))}#${words.at(-2)}`);
    await stranger.getByLabel("Name").first().fill(words.at(-3));
    await this.keep("sign-in", stranger);
  }

  /** Every payload through every command, as people would send them. */
  async record() {
    const [words, lines, names, labels] = [280, 140, 60, 40].map(this.fill);
    const tables = cut(names, 60).map(some => some.map((name, n) => ({ id: `t${n}`, name })));
    const ids = [];
    for (const [n, title] of lines.entries()) ids.push(await this.opened({ workshop: n ? "signs" : "hostile", title, tables: tables[n % tables.length] }));
    await this.desk.goto("/console");
    await this.listed(this.desk);
    await until(() => this.desk.locator("a[href^='/console/']").count(), n => n > lines.length, "the list of sessions");
    await sees(this.desk.getByText(`broken-${this.shelf.broken - 1}`).first());
    await this.keep("sessions", this.desk);

    this.ids = ids;
    this.room = await this.session(ids[0]);
    // The seats speak from a page that shows nothing: what is shown is looked at when all of it is there.
    this.writer = await this.house.phone(this.room);
    for (const page of [this.writer, this.desk]) await page.goto(`${new URL(page.url()).origin}/healthz`);
    await this.lead("session.start");
    const option = n => `o${n % this.shelf.options}`;
    const abreast = (...lists) => Array.from({ length: Math.max(...lists.map(x => x.length)) }, (_, n) => lists.map(x => x[n % x.length]));
    for (const kind of told) {
      await this.lead("session.open-item", kind.kind);
      for (const name of new Set(kind.full.map(x => x.name).filter(name => kind.words.some(x => x.command === name)))) {
        const [places, { data }] = [kind.words.filter(x => x.command === name), kind.full.find(x => x.name === name)];
        const commands = abreast(...places.map(x => this.fill(longest(x, { ...kind.settings, limit: 280 })))).map((texts, n) => ({ name, item: kind.kind, data: {
          ...reworded(data, places, x => texts[places.indexOf(x)]),
          ...("category" in data && { category: option(n) }), ...("zone" in data && { zone: option(n) }),
          // Each is put in other words once, as its first wording is looked at.
          ...("basis" in data && { contribution: `${kind.mark}-${String(n + 1).padStart(3, "0")}` }),
        } }));
        // What is everybody's is said again and again of the same thing; what is one's own is there as often as it is said.
        if (places[0].personal) await speaks(this.writer, this.room, "participant", commands);
        else await speak(this.desk, this.room, "facilitator", commands);
      }
      if (kind.kind === "clusters") await this.board(abreast, lines, labels);
    }

    // What is refused is quoted nowhere as anything but text.
    const refused = await speak(this.writer, this.room, "participant", words.slice(0, 20).flatMap(x => [{ name: x, data: {} }, { name: "ideas.give", item: x, data: { text: "a" } }, { name: "ballot.cast", item: "opinions", data: { paper: x, choices: [x] } }]));
    assert.ok(refused.every(x => x.refused), "what names nothing is refused");
  }

  /** As many clusters and strategies as a board holds; each is named again and again, so that every name was there. */
  async board(abreast, lines, labels) {
    const desk = commands => speaks(this.desk, this.room, "facilitator", commands.map(x => ({ ...x, item: "clusters" })));
    for (const [round, some] of cut(abreast(lines, labels), 120).entries()) {
      await desk(some.flatMap(([name, label], n) => [
        ...(round ? [] : [{ name: "clusters.make", data: { cluster: `cccc${n}`, name } }]), { name: "clusters.name", data: { cluster: `cccc${n}`, name, label } },
      ]));
    }
    for (const some of cut(abreast(lines, cut(this.fill(30), 3)), 38))
      await desk(some.flatMap(([name, keywords], n) => [{ name: "clusters.group", data: { group: `gggg${n}`, name } }, { name: "clusters.keywords", data: { group: `gggg${n}`, keywords } }]));
  }

  /** Some pages at a time, as they are made in turns; who is told to come again does. */
  async written(paths) {
    const pages = [];
    for (const some of cut(paths, 20)) pages.push(...await Promise.all(some.map(path => this.page(path))));
    return pages;
  }

  async page(path) {
    for (let tries = 1; ; tries++) {
      const answer = await fetched(this.desk, path);
      if (answer.ok()) return answer.text();
      assert.ok(answer.status() === 429 && tries < 20, `${path}: ${answer.status()}`);
      await pause(1_000 * answer.headers()["retry-after"]);
    }
  }

  /** What the server itself writes as pages. */
  async paper() {
    const paper = await this.desk.context().newPage();
    for (const language of ["en", "it", "de"]) {
      await paper.goto(`/report/${this.room.id}.html?language=${language}`);
      await this.keep(`report ${language}`, paper);
    }
    // The titles of all sessions, one page behind the other in one that no policy guards.
    for (const [name, path] of Object.entries({ tickets: id => `/tickets/${id}`, reports: id => `/report/${id}.html` })) {
      const pages = await this.written(this.ids.map(path));
      await paper.goto("about:blank");
      await paper.evaluate(pages => document.body.append(...pages.flatMap(x => [...new DOMParser().parseFromString(x, "text/html").body.children])), pages);
      await this.keep(`${name} of all`, paper);
    }
    await paper.close();
  }

  /** The same on the screens of those who come to a session that holds all of it. */
  async screens() {
    await this.writer.context().close();
    const items = [...(this.shelf.slides > 1 ? ["slide1"] : []), ...shown.map(x => x.kind)];
    // The first is open before anybody comes: else a page might still show the step before it, which comes again.
    await this.desk.goto(`/console/${this.room.id}`);
    await this.lead("session.open-item", items[0]);
    await this.seats(this.room);
    for (const item of items) {
      if (item !== items[0]) await this.lead("session.open-item", item);
      await this.everywhere(item);
      if (item !== "ideas") continue;
      const { wall } = this.pages;
      const pages = async () => /(\d+) of (\d+)/.exec(await wall.locator(".wall-pager").first().textContent())?.slice(1).map(Number) ?? [];
      const [, last] = await until(pages, ([at, all]) => at > 1 && at === all, "the wall shows the newest page");
      for (let back = 1; back < inTurn && back < last; back++) {
        await wall.keyboard.press("ArrowLeft");
        await until(pages, ([at]) => at === last - back, `the wall is ${back} pages back`);
        await this.keep(`ideas: wall, ${back} pages back`, wall);
      }
    }
  }
}

test("ways in, in every field, on every surface: none runs, none becomes an element", { timeout: 40 * 60_000 }, async t => {
  if (turn !== undefined) t.diagnostic(`turn ${turn}: ${shown.map(x => x.kind).join(" and ")}, ${enough} payloads of ${payloads.length}; the same again: INJECTION=${turn}`);
  assert.ok([30, 40, 60, 80, 140, 280].every(most => spread(within(most), enough, turn).length === enough));
  const twins = new Twins();
  await Promise.all([new Evening(twins, harmless, false), new Evening(twins, x => x, true)].map(evening => twins.go(evening.run())));
  // One of each kind on the five pages, and once more with all of it; beside them the accounts, the lists and the papers.
  assert.ok(twins.surfaces > 10 * shown.length + 20, `${twins.surfaces} surfaces`);
});
