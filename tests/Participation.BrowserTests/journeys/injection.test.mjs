import assert from "node:assert/strict";
import { test } from "node:test";
import { countingFrom } from "../house/census.mjs";
import { sees, until } from "../house/expect.mjs";
import { workshops } from "../house/hostile-workshop.mjs";
import { House, fetched } from "../house/house.mjs";
import { speak, speaks } from "../house/hub.mjs";
import { harmless, packed, payloads, spread, within } from "../house/payloads.mjs";
import { sign, spelled } from "../house/sign.mjs";
import { Twins } from "../house/twins.mjs";

/** Of every length that a field may have five hundred go through it, from every family alike, as many in one text as it holds. INJECTION=all takes every payload through every field alone. */
const all = process.env.INJECTION === "all";
const enough = 500;
const texts = most => (all ? within(most) : packed(spread(within(most), enough), most));
const cut = (list, length) => Array.from({ length: Math.ceil(list.length / length) }, (_, n) => list.slice(n * length, (n + 1) * length));
const inTurn = all ? Infinity : 3;
const cardsOnAPage = 9;

/** One evening with these words in every field of every command and page. */
class Evening {
  constructor(twins, say, hostile) {
    Object.assign(this, { twins, say, hostile, fill: most => texts(most).map(say) });
  }

  async run() {
    const since = Date.now();
    const told = what => process.env.TIMES && console.log(`${this.hostile ? "hostile" : "calm"} ${what}: ${Date.now() - since} ms`);
    this.shelf = workshops(this.fill);
    this.house = await House.open(this.shelf.folder);
    try {
      const device = this.house.device.bind(this.house);
      this.house.device = async options => {
        const context = await device(options);
        await countingFrom(context);
        await context.exposeBinding("struck", ({ page }) => void this.house.watch.notes.push(`struck on ${page.url()}`));
        await spelled(context, this.say((all ? payloads : spread(payloads, enough)).join(" ")));
        return context;
      };
      this.desk = await this.house.facilitator();
      for (const part of ["signs", "accounts", "record", "paper", "screens"]) {
        await this[part]();
        told(part);
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
    const { author } = this.pages;
    await this.everywhere("one of each: waiting");
    await this.lead("session.start");
    await this.everywhere("one of each: slide");
    await this.lead("session.open-item", "ideas");
    await speaks(author, session, "participant", [
      ...[1, 2].map(n => ({ name: "contribution.write", item: "ideas", data: { texts: { text: `${sign} ${n}`, place: sign }, choices: { kind: "idea", category: "o0", zone: "o1" } } })),
      { name: "ideas.give", item: "ideas", data: { text: `${sign} 3`, kind: "idea", category: "o0", zone: "o1", place: sign } },
      { name: "contribution.reword", item: "ideas", data: { contribution: "ID-001", basis: 1, texts: { text: `${sign} 1 again`, place: sign } } },
    ]);
    await this.everywhere("one of each: ideas");
    await this.lead("session.open-item", "sort");
    await speaks(this.desk, session, "facilitator", [
      { name: "clusters.make", data: { cluster: "cccc1", name: sign } }, { name: "clusters.name", data: { cluster: "cccc1", name: sign, label: sign } }, { name: "clusters.make", data: { cluster: "cccc2", name: sign } },
      { name: "clusters.move", data: { contribution: "ID-001", cluster: "cccc1" } }, { name: "clusters.link", data: { contribution: "ID-003", duplicateOf: "ID-001" } },
      { name: "clusters.group", data: { group: "gggg1", name: sign } }, { name: "clusters.keywords", data: { group: "gggg1", keywords: [`${sign} 1`, `${sign} 2`] } },
    ].map(x => ({ ...x, item: "sort" })));
    await this.everywhere("one of each: clusters");
    await this.lead("session.open-item", "dots");
    await this.everywhere("one of each: dots");
    await this.lead("session.open-item", "opinions");
    await speaks(author, session, "participant", [{ name: "opinions.add", item: "opinions", data: { text: sign } }]);
    await this.everywhere("one of each: opinions");
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
    await stranger.goto(`/sign-in?to=${encodeURIComponent(words[3])}#${words[4]}`);
    await stranger.getByLabel("Name").first().fill(words[5]);
    await this.keep("sign-in", stranger);
  }

  /** Every payload through every command, as people would send them. */
  async record() {
    const [words, lines, names, labels, places] = [280, 140, 60, 40, 80].map(this.fill);
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
    await this.lead("session.open-item", "ideas");
    const option = n => `o${n % this.shelf.options}`;
    await speaks(this.writer, this.room, "participant", places.map((place, n) => ({ name: "contribution.write", item: "ideas", data: { texts: { text: words[n % words.length], place }, choices: { kind: "idea", category: option(n), zone: option(n) } } })));
    await this.lead("session.open-item", "sort");
    const desk = (item, commands) => speaks(this.desk, this.room, "facilitator", commands.map(x => ({ ...x, item })));
    // As many clusters and strategies as a board holds; each is named again and again, so that every name was there.
    const longest = (...lists) => Array.from({ length: Math.max(...lists.map(x => x.length)) }, (_, n) => lists.map(x => x[n % x.length]));
    for (const [round, some] of cut(longest(lines, labels), 120).entries()) {
      await desk("sort", some.flatMap(([name, label], n) => [
        ...(round ? [] : [{ name: "clusters.make", data: { cluster: `cccc${n}`, name } }]), { name: "clusters.name", data: { cluster: `cccc${n}`, name, label } },
      ]));
    }
    for (const some of cut(longest(lines, cut(this.fill(30), 3)), 38))
      await desk("sort", some.flatMap(([name, keywords], n) => [{ name: "clusters.group", data: { group: `gggg${n}`, name } }, { name: "clusters.keywords", data: { group: `gggg${n}`, keywords } }]));
    await this.lead("session.open-item", "opinions");
    await speaks(this.writer, this.room, "participant", lines.map(text => ({ name: "opinions.add", item: "opinions", data: { text } })));

    // What is refused is quoted nowhere as anything but text.
    const refused = await speak(this.writer, this.room, "participant", words.slice(0, 20).flatMap(x => [{ name: x, data: {} }, { name: "ideas.give", item: x, data: { text: "a" } }, { name: "ballot.cast", item: "opinions", data: { paper: x, choices: [x] } }]));
    assert.ok(refused.every(x => x.refused), "what names nothing is refused");
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
      const pages = await Promise.all(this.ids.map(async id => (await fetched(this.desk, path(id))).text()));
      await paper.goto("about:blank");
      await paper.evaluate(pages => document.body.append(...pages.flatMap(x => [...new DOMParser().parseFromString(x, "text/html").body.children])), pages);
      await this.keep(`${name} of all`, paper);
    }
    await paper.close();
  }

  /** The same on the screens of those who come to a session that holds all of it. */
  async screens() {
    await this.writer.context().close();
    await this.seats(this.room);
    for (const item of ["slide1", "ideas", "sort", "dots", "opinions"]) {
      await this.lead("session.open-item", item);
      await this.everywhere(item);
      if (item !== "ideas") continue;
      const { wall } = this.pages;
      const last = Math.ceil(this.fill(80).length / cardsOnAPage);
      const page = n => sees(wall.locator(".wall-pager", { hasText: new RegExp(`\\b${n} of ${last}\\b`) }));
      await page(last);
      for (let back = 1; back < inTurn && back < last; back++) {
        await wall.keyboard.press("ArrowLeft");
        await page(last - back);
        await this.keep(`ideas: wall, ${back} pages back`, wall);
      }
    }
  }
}

test("five hundred ways in, in every field, on every surface: none runs, none becomes an element", { timeout: 40 * 60_000, skip: !process.env.INJECTION && "INJECTION=short takes minutes, INJECTION=all more" }, async () => {
  assert.ok([30, 40, 60, 80, 140, 280].every(most => spread(within(most), enough).length === enough));
  const twins = new Twins();
  await Promise.all([new Evening(twins, harmless, false), new Evening(twins, x => x, true)].map(evening => twins.go(evening.run())));
  // One of each on the five pages of seven steps, the accounts, the lists, the papers, and five steps that hold all of it.
  assert.ok(twins.surfaces > 70, `${twins.surfaces} surfaces`);
});
