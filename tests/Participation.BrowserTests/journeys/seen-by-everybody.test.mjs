import { after, afterEach, before, test } from "node:test";
import { advance, button, closeSession, given, openStep, press, start, writing } from "../house/acts.mjs";
import { gone, sees, until } from "../house/expect.mjs";
import { House } from "../house/house.mjs";
import { speaks } from "../house/hub.mjs";
import { barriers, faint, nothing, outside, smallTargets, tooWide } from "../house/sight.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const free = { bypassCSP: true };
const small = { ...free, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };


/** Goes through the states of a session and calls back in each; the steps after writing are opened by their titles. */
async function through(desk, session, phone, look) {
  await look("waiting");
  await start(desk);
  await sees(desk.getByRole("region", { name: "Welcome" }));
  await look("slide");
  await advance(desk);
  await sees(desk.getByRole("region", { name: "Writing in silence" }));
  await look("writing, nothing yet");
  await speaks(phone, session, "participant", ["Night buses between the zones", "One counter for permits of all municipalities", "Trees along every road between two towns", "Quiet"]
    .map((text, n) => ({ name: "ideas.give", item: "writing", data: { text, kind: ["idea", "project", "sentiment", "idea"][n], category: "mobility", ...(n === 1 && { place: "Legnano" }) } })));
  await sees(desk.getByText("Trees along every road"));
  await look("writing, hidden");
  await button(desk, "Show results").click();
  await button(desk, "Start timer").click();
  await sees(button(desk, "Stop"));
  await look("writing, open, with a timer");
  await button(desk, "Close answers").click();
  await sees(button(desk, "Reopen answers"));
  await look("locked");
  await button(desk, "Pause all screens").click();
  await sees(button(desk, "Resume"));
  await look("paused");
  await button(desk, "Resume").click();
  await sees(button(desk, "Pause all screens"));
  await openStep(desk, "One by one: reading out, linking duplicates");
  await speaks(desk, session, "facilitator", [{ name: "clusters.link", item: "posting", data: { contribution: "IM-004", duplicateOf: "IM-001" } }]);
  await sees(desk.getByText("same as IM-001"));
  await look("reading out");
  await openStep(desk, "Sorting in silence");
  await speaks(desk, session, "facilitator", [
    { name: "clusters.make", data: { cluster: "alpha", name: "Whoever lives here moves without a car" } }, { name: "clusters.make", data: { cluster: "beta", name: "One office answers for everybody" } },
    { name: "clusters.move", data: { contribution: "IM-001", cluster: "alpha" } }, { name: "clusters.move", data: { contribution: "IM-002", cluster: "beta" } },
  ].map(x => ({ ...x, item: "sorting" })));
  await sees(desk.getByText("One office answers for everybody"));
  await look("sorting");
  await openStep(desk, "What causes, supports or contradicts what");
  await speaks(desk, session, "facilitator", [{ name: "clusters.relate", item: "relations", data: { from: "beta", to: "alpha", relation: "supports" } }]);
  await sees(desk.getByRole("button", { name: /^Remove: / }));
  await look("relations");
  await openStep(desk, "Dots: what matters most");
  await speaks(phone, session, "participant", [{ name: "ballot.cast", item: "weighting", data: { paper: "", choices: ["2 CL-001", "1 CL-002"] } }]);
  await sees(desk.getByText("3 dots given"));
  await look("dots, hidden");
  await button(desk, "Close and show").click();
  await sees(button(desk, "Stop showing results"));
  await look("dots, revealed");
  await openStep(desk, "From clusters to strategies");
  await look("strategies");
  await closeSession(desk);
  await sees(desk.getByRole("heading", { name: "The session is closed" }));
  await look("closed");
  await button(desk, "Open the result page").click();
  await sees(button(desk, "Close the result page"));
  await look("results");
}

test("every state of the phone, in light and dark, in three languages: no barrier, no sideways scrolling, no target too small", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const page = await (await house.device(small)).newPage();
  const found = [];
  const settle = () => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  const look = async state => {
    await page.evaluate(() => scrollTo(0, 0));
    found.push(...await barriers(page, state));
    for (const language of ["it", "de", "en"]) {
      await page.locator("header select").selectOption(language);
      await until(() => page.evaluate(() => document.documentElement.lang), language);
      await settle();
      const notes = [...await tooWide(page), ...await smallTargets(page)];
      await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
      notes.push(...(await tooWide(page)).map(x => `twice as large: ${x}`));
      await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
      found.push(...notes.map(x => `${state} ${language}: ${x}`));
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/phone-${state}-${language}.png`, fullPage: true });
    }
  };
  await page.goto(house.server.lan);
  await sees(page.getByLabel("Code of this session"));
  await look("code");
  await page.goto(session.participant);
  await sees(page.getByRole("button", { name: "I agree, go in" }));
  await look("door");
  await page.getByRole("button", { name: "I agree, go in" }).tap();
  await sees(page.getByRole("heading", { name: "You are in" }));
  const headings = { slide: "Welcome", paused: "A short pause", closed: "Thank you" };
  await through(desk, session, page, async state => {
    if (headings[state]) await sees(page.getByRole("heading", { name: headings[state] }));
    if (state === "locked") await sees(page.getByText(/^Answers are closed for now/));
    if (state === "sorting") await sees(page.getByText("Tap a card to move it."));
    if (state.startsWith("dots")) await sees(page.getByText("2 dots left"));
    if (state === "strategies") await gone(page.getByText("2 dots left"));
    if (state === "results") await sees(page.getByRole("link", { name: "The full result" }));
    await look(state);
  });
  nothing(found, "phone");
});

test("every state of the console, in light and dark: no barrier, and no sideways scrolling at 200 % zoom", async () => {
  const desk = await house.facilitator(free);
  const found = [];
  const look = async (state, keep) => {
    found.push(...await barriers(desk, state));
    if (!keep) {
      found.push(...(await tooWide(desk)).map(x => `${state}: ${x}`));
      await desk.setViewportSize({ width: 640, height: 400 });
      found.push(...(await tooWide(desk)).map(x => `${state} at 200 %: ${x}`));
      await desk.setViewportSize({ width: 1280, height: 800 });
    }
    if (process.env.SHOTS) await desk.screenshot({ path: `${process.env.SHOTS}/console-${state}.png` });
  };
  await sees(desk.getByRole("heading", { name: "Sessions" }));
  await look("all sessions");
  const session = await house.session(desk, { language: "en", tables: ["Table one", "Table two"] });
  const phone = await house.phone(session);
  await through(desk, session, phone, async state => {
    await look(state);
    if (state !== "writing, hidden") return;
    for (const name of [/^People/, /^Person without a phone/, /^Links and report/, /^Keys/, /Show the code to join$/]) {
      await desk.getByRole("button", { name }).first().click();
      await sees(desk.getByRole("dialog"));
      await look(`sheet ${name.source}`, true);
      await press(desk, "Escape");
      await gone(desk.getByRole("dialog"));
    }
  });
  nothing(found, "console");
});

test("every state of the projector, in light and dark: no barrier, text at 7:1, nothing outside the screen", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const phone = await house.phone(session);
  const wall = await house.projector(session, free);
  await sees(wall.getByText("person is here"));
  const found = [];
  await through(desk, session, phone, async state => {
    const heading = { slide: "Welcome", paused: "Pause", closed: "Thank you", results: "The results, to read again", sorting: "cluster", strategies: "cluster" }[state];
    if (heading) await sees(wall.getByRole("heading", { name: heading }));
    if (state === "locked") await sees(wall.getByText("Answers closed"));
    if (state === "reading out") await sees(wall.getByText("same as IM-001"));
    if (state === "dots, hidden") await sees(wall.getByText("Results not shown yet"));
    if (state === "dots, revealed") await gone(wall.getByText("Results not shown yet"));
    found.push(...await barriers(wall, state), ...(await tooWide(wall)).map(x => `${state}: ${x}`), ...(await outside(wall)).map(x => `${state}: ${x}`));
    for (const colorScheme of ["dark", "light"]) {
      await wall.emulateMedia({ colorScheme });
      found.push(...(await faint(wall, 7)).map(x => `${state} ${colorScheme}: ${x}`));
      if (process.env.SHOTS) await wall.screenshot({ path: `${process.env.SHOTS}/wall-${state}-${colorScheme}.png` });
    }
  });
  nothing(found, "projector");
});

test("an opinion round on phone, console and projector, the scribe's page and the report, in light and dark: no barrier", async () => {
  const desk = await house.facilitator(free);
  const session = await house.session(desk, { workshop: "Opinion round", language: "en" });
  const scribeLink = await desk.getByLabel("Scribe", { exact: true }).inputValue();
  const phone = await house.phone(session, free);
  const wall = await house.projector(session, free);
  const scribe = await (await house.device(small)).newPage();
  await scribe.goto(scribeLink);
  await sees(scribe.getByRole("heading", { name: "It starts soon" }));
  const found = [];
  const look = async state => {
    for (const [name, page] of Object.entries({ phone, desk, wall, scribe })) {
      found.push(...await barriers(page, `${name} ${state}`), ...(await tooWide(page)).map(x => `${name} ${state}: ${x}`));
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/opinions-${state}-${name}.png`, fullPage: true });
    }
    found.push(...(await faint(wall, 7)).map(x => `wall ${state}: ${x}`));
    for (const [name, page] of Object.entries({ phone, scribe })) found.push(...(await smallTargets(page)).map(x => `${name} ${state}: ${x}`));
  };
  await look("waiting");
  await start(desk);
  await advance(desk);
  await sees(phone.locator("p.statement"));
  await speaks(phone, session, "participant", [
    ...["agree", "disagree", "pass"].map((vote, n) => ({ name: "ballot.cast", item: "statements", data: { paper: `OP-00${n + 1}`, choices: [vote] } })),
    { name: "opinions.add", item: "statements", data: { text: "Buses should be free for everybody under twenty." } },
  ]);
  await button(scribe, "Create a seat").tap();
  await sees(scribe.getByRole("button", { name: "Agree" }));
  await sees(wall.getByText("9 statements"));
  await look("open");
  await button(desk, "Close and show").click();
  await sees(phone.getByRole("heading", { name: "What the room says" }));
  await sees(wall.getByText("from 1 person of 2"));
  await look("revealed");
  const report = await desk.context().newPage();
  await report.goto(`${house.server.local}/report/${session.id}.html?language=en`);
  found.push(...await barriers(report, "report"), ...await tooWide(report));
  nothing(found, "opinion round");
});

test("while thirty ideas arrive nothing on the projector moves from its place", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { language: "en" });
  const wall = await house.projector(session);
  const phone = await house.phone(session);
  await writing(desk);
  await button(desk, "Show results").click();
  await speaks(phone, session, "participant", [{ name: "ideas.give", item: "writing", data: { text: "the first one" } }]);
  await sees(wall.getByText("the first one"));
  await wall.evaluate(async () => {
    await document.fonts.ready;
    window.shifts = [];
    new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(x => ({ value: x.value, of: x.sources.map(y => `${y.node?.outerHTML ?? y.node?.parentElement?.outerHTML}`.slice(0, 120) + JSON.stringify([y.previousRect, y.currentRect])) })))).observe({ type: "layout-shift" });
  });
  for (let n = 0; n < 30; n += 3) {
    await speaks(phone, session, "participant", [0, 1, 2].map(x => ({ name: "ideas.give", item: "writing", data: { text: `idea ${n + x} ${"of some length ".repeat((n * 7) % 11)}`, kind: ["idea", "project", "sentiment"][x] } })));
    await sees(wall.getByText(new RegExp(`^${n / 3 + 1} projects?$`)));
  }
  // What was revealed is read from the first page, which filled up; what came behind it waits on the last.
  await sees(wall.getByText("idea 3"));
  nothing(await wall.evaluate(() => window.shifts), "layout shifts");
  while (await button(wall, "Next page").isEnabled()) await button(wall, "Next page").click();
  await sees(wall.getByText("idea 29"));
});
