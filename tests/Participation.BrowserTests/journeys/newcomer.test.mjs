import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { arrived } from "../house/acts.mjs";
import { absent, sees, until } from "../house/expect.mjs";
import { House, fetched as asked } from "../house/house.mjs";

let house;
before(async () => { house = await House.open(); });
after(() => house?.close());
afterEach(t => house.leave(t));

const idea = "Night buses between the zones, every half hour – also on Sundays";

test("a newcomer goes from the setup link to a report: console, projector, two phones, one idea", async () => {
  const { server } = house;
  const desk = await house.facilitator();
  assert.equal(new URL(desk.url()).pathname, "/console");
  const session = await house.session(desk, { title: "Our first evening" });
  await sees(desk.getByRole("heading", { name: "Our first evening" }));

  const wall = await house.projector(session);
  await sees(wall.getByText(`${session.code.slice(0, 3)} ${session.code.slice(3)}`));
  assert.equal(await wall.evaluate(() => window.isSecureContext), new URL(session.projector).protocol === "https:");

  // By code, on plain http.
  const first = await (await house.device({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })).newPage();
  await first.goto(server.lan);
  assert.equal(await first.evaluate(() => window.isSecureContext), false);
  await first.getByLabel("Code of this session").fill(session.code.toLowerCase());
  await first.getByRole("button", { name: "Continue" }).tap();
  await sees(first.getByRole("heading", { name: "Our first evening" }));
  await first.getByLabel("I speak for").selectOption({ label: "Citizen, on my own behalf" });
  await first.getByRole("button", { name: "I agree, go in" }).tap();
  await sees(first.getByRole("heading", { name: "You are in" }));
  await sees(wall.getByText("person is here"));

  // By the link in the QR code.
  const second = await house.phone(session);
  await sees(second.getByRole("heading", { name: "You are in" }));
  await sees(wall.getByText("people are here"));

  await desk.getByRole("button", { name: "Start" }).click();
  await desk.getByRole("button", { name: "Next step" }).click();

  // From the open step to the first answer: the field and the button.
  let taps = 0;
  const tap = async locator => { taps++; await locator.tap(); };
  await tap(first.getByLabel("Your contribution"));
  await first.keyboard.type(idea);
  await tap(first.getByRole("button", { name: "Send" }));
  assert.ok(taps <= 3);
  await sees(first.getByText("Your ideas").locator("..").getByText(idea));

  await sees(desk.getByText(idea));
  await arrived(desk, second, wall);
  for (const screen of [second, wall]) await absent(screen.getByText(idea));
  await desk.getByRole("button", { name: "Show results" }).click();
  await sees(wall.getByText(idea));
  await sees(second.getByText(idea));

  await desk.getByRole("button", { name: "Links and report" }).click();
  const sheet = desk.getByRole("dialog");
  const address = async name => await sheet.getByRole("link", { name, exact: true }).getAttribute("href").then(x => new URL(x, server.local).href);
  const fetched = async name => {
    const answer = await asked(desk, await address(name));
    assert.equal(answer.status(), 200, name);
    return await answer.body();
  };
  await sheet.getByText("Other formats").click();
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  try {
    for (const name of ["Report (PDF)", "PDF/A-3 with data"]) {
      writeFileSync(join(folder, "report.pdf"), await fetched(name));
      const facts = execFileSync("pdfinfo", [join(folder, "report.pdf")], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      assert.match(facts, /Title:.*Our first evening/);
      assert.match(facts, /Tagged:\s+yes/);
      assert.match(execFileSync("pdftotext", [join(folder, "report.pdf"), "-"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).replace(/\s+/g, " "), /Night buses between the zones/);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.ok((await fetched("CSV")).toString().includes(idea));
  assert.equal((await fetched("Spreadsheet (XLSX)")).subarray(0, 2).toString(), "PK");
  assert.equal(JSON.parse((await fetched("Public data (JSON)")).toString()).contributions.filter(x => x.text === idea).length, 1);
  await sheet.getByText("Full record, confidential").click();
  await sees(sheet.getByText("do not pass it on with a report"));
  const journal = JSON.parse((await fetched("Download the record (JSON)")).toString());
  assert.ok(JSON.stringify(journal).includes(idea));

  const report = await desk.context().newPage();
  await report.goto(await address("Page"));
  await sees(report.getByText(idea));
  await until(() => report.title(), title => title.includes("Our first evening"));
});

test("a wrong code is told in words, and a code with a space and small letters is taken", async () => {
  const desk = await house.facilitator();
  const session = await house.session(desk);
  const phone = await (await house.device({ viewport: { width: 360, height: 740 } })).newPage();
  await phone.goto(house.server.lan);
  await phone.getByLabel("Code of this session").fill("ZZZZZZ");
  await phone.getByRole("button", { name: "Continue" }).click();
  await sees(phone.getByRole("alert").getByText("No open session has this code"));
  await phone.getByLabel("Code of this session").fill(`${session.code.slice(0, 3)} ${session.code.slice(3)}`.toLowerCase());
  await phone.getByRole("button", { name: "Continue" }).click();
  await sees(phone.getByRole("button", { name: "I agree, go in" }));
});
