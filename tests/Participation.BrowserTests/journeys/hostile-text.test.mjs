import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { button, openStep, writing, start, advance } from "../house/acts.mjs";
import { sees, until } from "../house/expect.mjs";
import { collected, own, refusable } from "../house/hostile.mjs";
import { House, fetched } from "../house/house.mjs";
import { speak } from "../house/hub.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const limit = 280;
const title = "<img src=x onerror=alert(1)> \u202Eevening {{7*7}}";
const tables = ["<script>alert(2)</script>", "\"><svg onload=alert(3)>", "#{7*7} ${7*7}"];

/** What people wrote stands in bdi elements: all of them, as the page shows them. */
const words = page => page.evaluate(() => [...document.querySelectorAll("bdi")].map(x => x.textContent));
const nodes = page => page.evaluate(() => ({ scripts: document.querySelectorAll("script").length, images: document.querySelectorAll("img, image, iframe, object, embed, video").length }));
// Line ends are line ends, the separators of old files a blank, and other controls show nothing.
const plain = text => text.replace(/[\u000b\u000c\u0085\u2028\u2029]/g, "\n").replace(/[\u001c-\u001f]/g, " ").replace(/[\u0000-\u0008\u000e-\u001b\u007f-\u009f]/g, "");
const flat = text => plain(text).normalize("NFC").replace(/\s+/g, " ").trim();
const missing = (shown, wanted) => wanted.map(flat).filter(x => !shown.has(x));

test("whatever is written stays text: on phone, console, projector and in the report", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title, tables });
  const wall = await house.projector(session);
  const [author, other] = [await house.phone(session), await house.phone(session)];
  await sees(desk.getByRole("heading", { name: "<img src=x onerror=alert(1)>" }));
  await writing(desk);
  await button(desk, "Show results").click();
  await sees(button(desk, "Stop showing results"));
  const before = { desk: await nodes(desk), wall: await nodes(wall), other: await nodes(other) };

  const texts = [...own, ...collected(), ...refusable];
  assert.ok(own.length >= 60 && texts.length > 300);
  // One person gives a hundred at most: as many write as are needed.
  const writers = [author, ...await Promise.all(Array.from({ length: Math.floor(texts.length / 90) }, () => house.phone(session)))];
  const commands = texts.map((text, n) => ({ name: "ideas.give", item: "writing", data: { text, kind: "idea", ...(n % 7 === 0 && text.length <= 80 && text.trim() && { place: text }) } }));
  const receipts = [];
  for (const [n, writer] of writers.entries()) receipts.push(...await speak(writer, session, "participant", commands.slice(n * 90, (n + 1) * 90)));
  const taken = texts.filter((_, n) => !receipts[n].refused);
  for (const [n, { refused }] of receipts.entries()) {
    if (refused) assert.ok(!refused.retry && ["en", "it", "de"].every(x => refused.text[x]), `${JSON.stringify(texts[n])}: ${JSON.stringify(refused)}`);
  }
  const refusedOwn = own.filter((x, n) => receipts[n].refused && [...x].length <= limit);
  assert.deepEqual(refusedOwn, [], "a text within the limit is taken as it is");
  assert.ok(taken.length > 250);

  await until(async () => missing(new Set((await words(desk)).map(flat)), taken), []);
  // The phone shows the author's own cards and the newest of the room.
  await until(async () => missing(new Set((await words(author)).map(flat)), taken.slice(-5)), []);
  await until(async () => (await words(other)).length, n => n > 5, "the other phone shows what the room wrote");

  // The projector page by page, from the first, on which what was written in silence is revealed, to the last.
  const seen = new Set();
  const last = flat(taken.at(-1));
  await sees(wall.getByText(new RegExp(`\\b${taken.length} ideas\\b`)));
  for (let at = 1; ; at++) {
    await sees(wall.getByText(new RegExp(`\\b${at} of \\d+\\b`)));
    for (const x of await words(wall)) seen.add(flat(x));
    if (await button(wall, "Next page").isDisabled()) break;
    await button(wall, "Next page").click();
  }
  assert.ok((await words(wall)).some(x => flat(x) === last), "the wall's last page shows the last card");
  assert.deepEqual(missing(seen, taken), []);
  assert.deepEqual({ desk: await nodes(desk), wall: await nodes(wall), other: await nodes(other) }, before);
  for (const page of [desk, wall, author, other]) assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${page.url()} got wider than its screen`);

  // Names of clusters and groups.
  await openStep(desk, "Sorting in silence");
  const made = own.slice(0, 40).map((name, n) => ({ name: "clusters.make", item: "sorting", data: { cluster: `hostile${n}`.slice(0, 16), name: name.slice(0, 100) } }));
  const clusters = await speak(desk, session, "facilitator", made);
  const named = made.filter((_, n) => !clusters[n].refused).map(x => x.data.name);
  assert.ok(named.length >= 35, JSON.stringify(clusters.filter(x => x.refused).slice(0, 2)));
  for (const page of [desk, other]) await until(async () => missing(new Set((await words(page)).map(flat)), named), []);
  assert.deepEqual(await nodes(wall), before.wall);

  const report = await desk.context().newPage();
  await report.goto(`/report/${session.id}.html?language=en`);
  const { scripts, images } = await nodes(report);
  assert.deepEqual({ scripts, images }, { scripts: 0, images: 0 });
  const said = flat(await report.evaluate(() => document.body.textContent)).replace(/\s/g, "");
  assert.deepEqual(taken.filter(x => /^[\x20-\x7e]+$/.test(x) && !said.includes(flat(x).replace(/\s/g, ""))), []);
  assert.equal((await fetched(desk, `/report/${session.id}.pdf`)).status(), 200);
});

test("hostile statements stay text in an opinion round", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { workshop: "Opinion round", title: "</h1><script>alert(1)</script>" });
  const wall = await house.projector(session);
  const phone = await house.phone(session);
  await start(desk);
  await sees(desk.getByRole("region", { name: "Welcome" }));
  await advance(desk);
  await sees(desk.getByRole("region", { name: "What do you think?" }));
  const texts = own.filter(x => [...x].length < 130).slice(0, 60);
  const receipts = await speak(phone, session, "participant", texts.map(text => ({ name: "opinions.add", item: "statements", data: { text } })));
  const taken = texts.filter((_, n) => !receipts[n].refused);
  assert.ok(taken.length >= 55, JSON.stringify(receipts.filter(x => x.refused).slice(0, 2)));
  await button(desk, "Close and show").click();
  for (const page of [desk, phone]) await until(async () => missing(new Set((await words(page)).map(flat)), taken.slice(0, 20)), []);
  await sees(wall.getByRole("listitem"));
  for (const page of [desk, wall, phone]) assert.equal(await page.evaluate(() => document.querySelectorAll("script[src*=evil], iframe:not(.wall-small iframe), object, embed, svg script").length), 0);
});
