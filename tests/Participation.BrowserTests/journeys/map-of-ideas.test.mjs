import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, afterEach, before, test } from "node:test";
import { advance, arrived, button, closeSession, given, own, start } from "../house/acts.mjs";
import { scanned } from "../house/codes.mjs";
import { absent, gone, sees, until } from "../house/expect.mjs";
import { House, fetched } from "../house/house.mjs";
import { barriers, faint, nothing } from "../house/sight.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const ideas = [
  { text: "A train every quarter of an hour, also on Sunday", kind: "Project", theme: "Mobility" },
  { text: "A train every quarter of an hour, on Sunday too", kind: "Idea", theme: "Mobility" },
  { text: "One counter for permits of all municipalities", kind: "Project", theme: "Simpler rules and procedures" },
  { text: "I never know which office is responsible", kind: "Feeling", theme: "Simpler rules and procedures" },
  { text: "Trees along every road between two towns", kind: "Idea", theme: "Parks and farming" },
  { text: "A park plan that farmers helped to write", kind: "Project", theme: "Parks and farming" },
];
const names = ["Whoever lives here moves without a car", "One office answers for everybody", "Green is drawn before grey"];

test("six people hold a whole map of ideas, from writing to strategies, and the report says what the projector said", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk, { title: "Map of the evening", language: "en" });
  const wall = await house.projector(session);
  const phones = await Promise.all(ideas.map(() => house.phone(session)));
  const onward = async title => {
    await advance(desk);
    await sees(desk.getByRole("region", { name: title }));
  };

  // 1, 2: welcome, and everybody writes alone.
  await start(desk);
  for (const phone of phones) await sees(phone.getByRole("heading", { name: "Welcome" }));
  await onward("Writing in silence");
  for (const [n, idea] of ideas.entries()) await given(phones[n], idea.text, idea);
  await sees(wall.getByText("6", { exact: true }));
  await arrived(desk, wall);
  for (const idea of ideas) await absent(wall.getByText(idea.text));
  await button(desk, "Show results").click();
  for (const idea of ideas) await sees(wall.getByText(idea.text));
  await until(async () => (await wall.locator(".ideas-wall-sorts").textContent()).match(/\d+/g).reduce((sum, n) => sum + Number(n), 0), n => n === ideas.length, "all ideas by kind");

  // 3: the room sees what is read out; one says the same as another.
  await onward("One by one: reading out, linking duplicates");
  for (const idea of ideas) await sees(wall.getByText(idea.text));
  await desk.getByRole("button", { name: /^IM-002/ }).click();
  await desk.getByLabel("Find the other card").fill("quarter of an hour");
  await desk.getByRole("dialog").getByRole("button", { name: /IM-001/ }).click();
  await sees(desk.getByText("same as IM-001"));
  await sees(wall.getByRole("listitem").filter({ hasText: ideas[1].text }).getByText("same as IM-001"));

  // 4: clusters, made on the console; a phone moves a card.
  await onward("Sorting in silence");
  for (const n of [0, 1, 2]) {
    await button(desk, "New cluster").click();
    await sees(desk.getByRole("region", { name: `Cluster ${"ABC"[n]}` }));
  }
  const move = async (card, letter) => {
    await desk.getByRole("button", { name: new RegExp(`^${card}`) }).click();
    await desk.getByRole("dialog").getByRole("button", { name: new RegExp(`^${letter} `) }).click();
    await sees(desk.getByRole("region", { name: `Cluster ${letter}` }).getByText(card));
  };
  await move("IM-001", "A");
  await move("IM-003", "B");
  await move("IM-004", "B");
  await move("IM-005", "C");
  await phones[5].getByRole("button", { name: /IM-006/ }).tap();
  await phones[5].getByRole("group", { name: "Where does this card belong?" }).getByRole("button", { name: /^C / }).tap();
  await sees(desk.getByRole("region", { name: "Cluster C" }).getByText("IM-006"));

  // 5: names as sentences, two of them in a group.
  await onward("Titles: a sentence for every cluster");
  const sentence = desk.getByLabel("What the cluster states, as a sentence");
  // What is half written outlives a reload, and no single click dissolves a cluster that holds cards.
  await desk.getByRole("button", { name: "Give a title A" }).click();
  await sentence.fill("Half a thought");
  await desk.reload();
  await until(() => sentence.inputValue(), "Half a thought");
  await button(desk, "Cancel").click();
  await desk.getByRole("button", { name: "More on cluster C" }).click();
  await button(desk.getByRole("dialog"), "Cancel").click();
  await sees(desk.getByRole("region", { name: "Cluster C" }).getByText("IM-006"));
  for (const [n, name] of names.entries()) {
    await desk.getByRole("button", { name: `Give a title ${"ABC"[n]}` }).click();
    await sentence.fill(name);
    // A title is one sentence: Enter takes it as the button does.
    await (n === 1 ? sentence.press("Enter") : button(desk, "Save").click());
    await sees(wall.getByText(name));
    await sees(desk.getByRole("button", { name: `Change the title ${"ABC"[n]}` }));
  }
  // Undo means the title that was given last, and not the step; it is there to be given again.
  const undo = desk.locator("button.undo");
  await sees(undo.getByText("title of cluster C"));
  await undo.click();
  await sees(undo.getByText("title of cluster B"));
  await desk.getByRole("button", { name: "Give a title C" }).click();
  await sentence.fill(names[2]);
  await button(desk, "Save").click();
  await sees(undo.getByText("title of cluster C"));
  await desk.getByRole("textbox", { name: "Title of the strategy" }).fill("A region within reach");
  await button(desk, "New strategy").click();
  for (const letter of ["A", "C"]) await desk.getByRole("combobox", { name: `Strategy of ${letter}` }).selectOption({ label: "A region within reach" });
  await sees(wall.getByText("A region within reach"));

  // 6: what supports what.
  await onward("What causes, supports or contradicts what");
  await desk.getByRole("combobox", { name: "From cluster" }).selectOption({ label: `B ${names[1]} (2 cards)` });
  await desk.getByRole("combobox", { name: "Relation" }).selectOption({ label: "supports" });
  await desk.getByRole("combobox", { name: "To cluster" }).selectOption({ label: `A ${names[0]} (2 cards)` });
  await button(desk, "Relate").click();
  await sees(desk.getByRole("button", { name: new RegExp("Remove: B .*supports A ") }));
  await sees(wall.getByRole("img", { name: "B supports A" }));

  // 7: dots, secret until revealed, and a second round beside the first.
  await onward("Dots: what matters most");
  const dot = async (phone, name, n) => {
    for (let i = 0; i < n; i++) await phone.getByRole("button", { name: `One dot more for the option: ${name}` }).tap();
  };
  for (const phone of phones) {
    await dot(phone, names[0], 2);
    await dot(phone, names[2], 1);
    await sees(phone.getByText("2 dots left"));
  }
  await dot(phones[0], names[1], 2);
  await sees(phones[0].getByText("0 dots left"));
  assert.equal(await phones[0].getByRole("button", { name: `One dot more for the option: ${names[1]}` }).isDisabled(), true);
  await sees(wall.getByText("of 6 people have voted"));
  const bar = (page, name) => page.getByRole("listitem").filter({ hasText: name });
  await absent(bar(wall, names[0]).getByText("12", { exact: false }), arrived(desk, wall));
  await button(desk, "Close and show").click();
  await sees(desk.locator(".undo").getByText("answers closed and results shown"));
  await sees(phones[0].getByText(/^Answers are closed for now|^Answers closed$/));
  await sees(bar(wall, names[0]).getByText("12", { exact: false }));
  await sees(bar(wall, names[2]).getByText("6", { exact: false }));

  await button(desk, "New round").click();
  for (const phone of phones.slice(0, 3)) {
    await sees(phone.getByText("5 dots left"));
    await dot(phone, names[1], 2);
    await sees(phone.getByText("3 dots left"));
  }
  await sees(wall.getByText("of 6 people have voted"));
  await button(desk, "Close and show").click();
  await sees(wall.getByText("Round 2: 3 voted. In outline round 1: 6 voted"));
  await sees(bar(wall, names[1]).getByText("before: 2"));
  await until(() => bar(wall, names[1]).textContent(), text => /6\D*before: 2/.test(text), "six dots");

  // 8: strategies in three keywords, with what their clusters state.
  await onward("From clusters to strategies");
  for (const [n, word] of ["trains", "trees", "nearby"].entries()) await desk.getByLabel(`Keyword ${n + 1} of A region within reach`).fill(word);
  await button(desk, "Save").click();
  await button(wall, "Next page").click();
  await sees(wall.getByRole("heading", { name: "A region within reach" }));
  for (const word of ["trains", "trees", "nearby"]) await sees(wall.getByText(word, { exact: true }));
  for (const name of [names[0], names[2]]) await sees(wall.getByText(name));
  // The phone reads along: the strategy, its keywords, and what supports what.
  await sees(phones[0].getByRole("heading", { name: "A region within reach" }));
  await sees(phones[0].getByText("trains · trees · nearby"));
  await sees(phones[0].getByRole("listitem").filter({ hasText: /^B supports A$/ }));

  // 9: the end.
  await onward("What happens next");
  await closeSession(desk);
  for (const page of [wall, ...phones]) await sees(page.getByRole("heading", { name: "Thank you" }));

  // What became of one's own, on the phone; and the whole result for everybody, from the wall, as long as the facilitator leaves it open.
  const became = phones[0].locator(".became");
  await sees(became.getByText(names[0]));
  await sees(became.getByText("In the strategy"));
  await sees(became.getByText("Dots", { exact: true }));
  await button(desk, "Open the result page").click();
  const address = await scanned(wall.getByAltText("QR code of the results"));
  assert.equal(address, `${house.server.lan}/results/${session.id}`);
  await sees(wall.getByText(`/r/${session.code}`));
  const reader = await (await house.device()).newPage();
  await reader.goto(address);
  for (const words of [names[0], "A region within reach"]) await sees(reader.getByText(words));
  // On a phone nothing of it lies beside the screen, in the dark it is dark, and the other languages are one tap away.
  await reader.setViewportSize({ width: 360, height: 740 });
  const beside = () => reader.evaluate(() => [...document.querySelectorAll("main *")].filter(x => x.checkVisibility() && !x.closest(".unseen, thead, svg") && x.getBoundingClientRect().right > innerWidth + 1).map(x => x.outerHTML.slice(0, 80)));
  assert.deepEqual(await beside(), []);
  await sees(reader.getByRole("link", { name: "Italiano" }));
  nothing(await barriers(reader, "open result page"), "open result page");
  await reader.emulateMedia({ colorScheme: "dark" });
  assert.deepEqual(await faint(reader, 4.5), []);
  assert.equal(await reader.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(22, 21, 19)");
  await reader.emulateMedia({ colorScheme: "light" });
  await reader.getByRole("link", { name: "Italiano" }).click();
  await sees(reader.getByRole("heading", { name: "Partecipazione" }));
  assert.deepEqual(await beside(), []);
  await sees(phones[0].getByRole("link", { name: "The full result" }));
  await button(desk, "Close the result page").click();
  await gone(phones[0].getByRole("link", { name: "The full result" }));
  await gone(wall.getByText(`/r/${session.code}`));
  await reader.goto(`${house.server.lan}/r/${session.code}`);
  await sees(reader.getByRole("heading", { name: "This page is not open" }));
  nothing(await barriers(reader, "closed result page"), "closed result page");

  const report = await desk.context().newPage();
  await report.goto(`${house.server.local}/report/${session.id}.html?language=en`);
  for (const words of [...ideas.map(x => x.text), ...names, "A region within reach", /Keywords: .*trains.*trees.*nearby/, "IM-002"]) await sees(report.getByText(words));
  const row = report.getByRole("row").filter({ hasText: names[1] }).filter({ hasText: "6" });
  await sees(row);
  const pdf = await fetched(desk, `/report/${session.id}.pdf?language=en`);
  assert.equal(pdf.status(), 200);
  const text = execFileSync("pdftotext", ["-", "-"], { input: await pdf.body(), encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] }).replace(/\s+/g, " ");
  for (const name of names) assert.ok(text.includes(name), name);
});
