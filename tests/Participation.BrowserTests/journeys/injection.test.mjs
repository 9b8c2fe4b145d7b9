import assert from "node:assert/strict";
import { test } from "node:test";
import { census, countingFrom } from "../house/census.mjs";
import { sees, until } from "../house/expect.mjs";
import { workshops } from "../house/hostile-workshop.mjs";
import { House } from "../house/house.mjs";
import { speak, speaks } from "../house/hub.mjs";
import { harmless, packed, payloads, within } from "../house/payloads.mjs";

/** Two evenings of minutes each, so not in every run: INJECTION=short or all. INJECTION=all takes every payload through every field alone; else half of them go, each family's, as many in one text as it holds, and fewer of the pages that are opened one by one are. */
const all = process.env.INJECTION === "all";
const chosen = all ? payloads : payloads.filter((_, n) => n % 2 === 0);
const inTurn = all ? chosen.length : 8;
const texts = most => (all ? within(most) : packed(chosen, most));
const cut = (list, length) => Array.from({ length: Math.ceil(list.length / length) }, (_, n) => list.slice(n * length, (n + 1) * length));

/** One evening with these words in every field of every command and page: what then stands on each surface. */
async function evening(say) {
  const fill = most => texts(most).map(say);
  const words = fill(280);
  const shelf = workshops(fill);
  const house = await House.open(shelf.folder);
  const found = {};
  const keep = async (name, page) => { found[name] = await census(page); };
  try {
    const device = house.device.bind(house);
    house.device = async options => {
      const context = await device(options);
      await countingFrom(context);
      await context.exposeBinding("struck", ({ page }) => void house.watch.notes.push(`struck on ${page.url()}`));
      return context;
    };
    const desk = await house.facilitator();
    const post = async (path, data) => {
      const answer = await desk.request.post(path, { data, headers: { origin: house.server.local } });
      return answer.ok() ? await answer.json() : assert.fail(`${path}: ${answer.status()} ${await answer.text()} ${JSON.stringify(data)}`);
    };
    const lines = fill(140);
    const names = fill(60);
    const tables = cut(names, 60).map(some => some.map((name, n) => ({ id: `t${n}`, name })));
    const opened = [];
    for (const [n, title] of lines.entries()) opened.push((await post("/api/sessions", { workshop: "hostile", title, language: "en", tables: tables[n % tables.length] })).session);
    await desk.goto("/console");
    await until(() => desk.locator("a[href^='/console/']").count(), n => n >= lines.length, "the list of sessions");
    await sees(desk.getByText(`broken-${shelf.broken - 1}`).first());
    await keep("sessions", desk);

    const links = async id => await (await desk.request.get(`/api/sessions/${id}/links`)).json();
    const session = { id: opened[0], ...(await links(opened[0])) };
    await desk.goto(`/console/${session.id}`);
    await sees(desk.getByRole("button", { name: "Start", exact: true }));
    const scribe = await (await house.device({ viewport: { width: 1280, height: 800 } })).newPage();
    await scribe.goto(session.scribes[0].url);
    await sees(scribe.getByRole("main"));
    const wall = await house.projector(session);
    const entering = await (await house.device({ viewport: { width: 360, height: 740 } })).newPage();
    await entering.goto(session.participant);
    await sees(entering.locator("form.entry button.primary"));
    await keep("door", entering);
    const [author, other] = [await house.phone(session), await house.phone(session)];
    const pages = { desk, scribe, wall, author, other };
    const lead = (name, item, data = {}) => speaks(desk, session, "facilitator", [{ name, item, data }]);
    const everywhere = name => Promise.all(Object.entries(pages).map(async ([whose, page]) => {
      await settled(page);
      await keep(`${name}: ${whose}`, page);
    }));
    await lead("session.start");
    for (let n = 0; n < shelf.slides; n++) {
      if (n) await lead("session.open-item", `slide${n}`);
      await everywhere(`slide ${n}`);
    }

    await lead("session.open-item", "ideas");
    const [places, option] = [fill(80), n => `o${n % shelf.options}`];
    await speaks(author, session, "participant", cut(places, 1).map(([place], n) => ({ name: "ideas.give", item: "ideas", data: { text: words[n % words.length], kind: "idea", category: option(n), zone: option(n), place } })));
    await until(() => desk.locator("bdi").count(), n => n >= places.length, "every idea");
    await everywhere("ideas");
    for (let page = 1; page < (all ? places.length / 9 : 3); page++) {
      await wall.keyboard.press("ArrowLeft");
      await settled(wall);
      await keep(`ideas: wall, page ${page}`, wall);
    }

    await lead("session.open-item", "sort");
    const id = n => `cccc${n}`;
    const labels = fill(40);
    const naming = Array.from({ length: Math.max(lines.length, labels.length) }, (_, n) => ({ name: lines[n % lines.length], label: labels[n % labels.length] }));
    for (const [round, some] of cut(naming, 120).entries()) {
      await speaks(desk, session, "facilitator", some.flatMap(({ name, label }, n) => [
        ...(round ? [] : [{ name: "clusters.make", item: "sort", data: { cluster: id(n), name } }]), { name: "clusters.name", item: "sort", data: { cluster: id(n), name, label } },
      ]));
      await everywhere(`clusters ${round}`);
    }
    const keywords = cut(fill(30), 3);
    const strategies = Array.from({ length: Math.max(lines.length, keywords.length) }, (_, n) => ({ name: lines[n % lines.length], keywords: keywords[n % keywords.length] }));
    for (const [round, some] of cut(strategies, 38).entries()) {
      await speaks(desk, session, "facilitator", some.flatMap(({ name, keywords }, n) => [{ name: "clusters.group", item: "sort", data: { group: `gggg${n}`, name } }, { name: "clusters.keywords", item: "sort", data: { group: `gggg${n}`, keywords } }]));
      if (round % 4 === 0 || all) await everywhere(`strategies ${round}`);
    }
    await lead("session.open-item", "dots");
    await everywhere("dots");
    await lead("session.open-item", "opinions");
    await speaks(author, session, "participant", lines.map(text => ({ name: "opinions.add", item: "opinions", data: { text } })));
    await everywhere("opinions");

    // What is refused is quoted nowhere as anything but text.
    const refused = await speak(author, session, "participant", words.slice(0, 60).flatMap(x => [{ name: x, data: {} }, { name: "ideas.give", item: x, data: { text: "a" } }, { name: "opinions.vote", item: "opinions", data: { statement: x, vote: "agree" } }]));
    assert.ok(refused.every(x => x.refused), "what names nothing is refused");

    const paper = await desk.context().newPage();
    for (const language of ["en", "it", "de"]) {
      await paper.goto(`/report/${session.id}.html?language=${language}`);
      await keep(`report ${language}`, paper);
    }
    for (const one of opened.slice(0, inTurn)) {
      await paper.goto(`/tickets/${one}`);
      await keep(`tickets ${opened.indexOf(one)}`, paper);
    }
    await entering.context().clearCookies();
    for (const [n, one] of opened.slice(1, inTurn).entries()) {
      await entering.goto((await links(one)).participant);
      await sees(entering.locator("form.entry button.primary"));
      await keep(`door ${n}`, entering);
    }

    for (const name of names.filter(x => !/[\n\t]/.test(x)).slice(0, all ? 500 : 4)) {
      const key = (await post("/api/people/invite", { role: "facilitator" })).url.split("#")[1];
      const guest = await (await house.device({ baseURL: house.server.local })).newPage();
      const answer = await guest.request.post("/api/invitation/accept", { data: { key, name, password: House.password }, headers: { origin: house.server.local } });
      if (answer.ok()) for (const path of ["/account", "/console"]) {
        await guest.goto(path);
        await sees(guest.getByText(name.trim().slice(0, 3)).first());
        await settled(guest);
        await keep(`${path} of ${names.indexOf(name)}`, guest);
      }
      await guest.context().close();
    }
    await paper.goto("/people");
    await sees(paper.getByRole("listitem").nth(all ? 400 : 3));
    await settled(paper);
    await keep("people", paper);
    const stranger = await (await house.device()).newPage();
    await stranger.goto(`/sign-in?to=${encodeURIComponent(words[3])}#${words[4]}`);
    await stranger.getByLabel("Name").first().fill(words[5]);
    await keep("sign-in", stranger);
    assert.deepEqual(house.watch.notes.splice(0).filter(x => !/struck is not defined/.test(x)), []);
    return found;
  } finally {
    await house.close();
    shelf.remove();
  }
}

/** The page is the same twice, a breath apart. */
async function settled(page) {
  let before = "";
  await until(async () => {
    const now = await page.evaluate(() => `${document.querySelectorAll("*").length} ${document.body.textContent.length}`);
    const same = now === before;
    before = now;
    if (!same) await new Promise(done => setTimeout(done, 250));
    return same;
  }, true);
}

test("five hundred ways in, in every field, on every surface: none runs, none becomes an element", { skip: !process.env.INJECTION && "INJECTION=short takes minutes, INJECTION=all more" }, async () => {
  assert.ok(chosen.length >= 500 && within(30).length >= 500, `${chosen.length} payloads`);
  const [calm, hostile] = await Promise.all([evening(harmless), evening(x => x)]);
  assert.deepEqual(Object.keys(hostile).sort(), Object.keys(calm).sort());
  for (const [surface, seen] of Object.entries(hostile)) {
    assert.deepEqual({ surface, within: seen.within, handlers: seen.handlers, links: seen.links }, { surface, within: [], handlers: [], links: [] });
    assert.deepEqual({ surface, new: seen.appeared.filter(x => !calm[surface].appeared.includes(x)) }, { surface, new: [] });
    assert.deepEqual({ surface, ...seen.count }, { surface, ...calm[surface].count });
  }
});
