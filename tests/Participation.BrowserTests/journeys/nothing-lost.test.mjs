import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { button, closeSession, field, give, given, own, waiting, writing } from "../house/acts.mjs";
import { gone, sees, until } from "../house/expect.mjs";
import { House, table } from "../house/house.mjs";

let house, desk, session, phone;
before(async () => { house = await House.open(); });
after(() => house?.close());
beforeEach(async () => {
  desk = await house.facilitator();
  session = await house.session(desk, { title: "Nothing lost" });
  await writing(desk);
  phone = await house.phone(session, { wired: true });
  await sees(field(phone));
});
afterEach(t => house.leave(t).finally(() => house.wire.mend()));

const times = (text, words) => text.split(words).length - 1;
const recorded = words => until(async () => times(await table(desk, session), words), 1, words);

// The field is empty when the outbox holds the text for good; a tab killed before that finds it in the field again.
const emptied = () => until(() => field(phone).inputValue(), "", "the text left its field");

/** The phone leaves the network, and knows it. */
async function away() {
  await phone.context().setOffline(true);
  house.wire.cut();
}

async function back(context = phone.context()) {
  house.wire.mend();
  await context.setOffline(false);
}

/** The tab is gone without being asked; the same phone opens the page again. */
async function again() {
  const [context, at] = [phone.context(), phone.url()];
  await phone.close();
  phone = await context.newPage();
  await phone.goto(at);
}

test("what is typed but not given survives a reload and a killed tab", async () => {
  await field(phone).fill("half a thou");
  await field(phone).pressSequentially("ght");
  await phone.reload();
  await until(() => field(phone).inputValue(), "half a thought");
  await again();
  await until(() => field(phone).inputValue(), "half a thought");
});

test("an idea given without network is saved on the phone, survives a killed tab, and arrives once", async () => {
  await away();
  await give(phone, "a square without cars");
  await sees(waiting(phone, "a square without cars"));
  await sees(phone.getByText("1 entry kept on this phone: it will be sent"));
  await emptied();
  const [context, at] = [phone.context(), phone.url()];
  await phone.close();
  assert.equal(times(await table(desk, session), "a square without cars"), 0);
  await back(context);
  phone = await context.newPage();
  await phone.goto(at);
  await sees(own(phone, "a square without cars"));
  await recorded("a square without cars");
});

test("the network comes back while the page stays open: what waited goes by itself", async () => {
  await away();
  await give(phone, "a library open at night");
  await give(phone, "benches in the shade");
  await sees(phone.getByText("2 entries kept on this phone: they will be sent"));
  await back();
  await sees(own(phone, "a library open at night"));
  await sees(own(phone, "benches in the shade"));
  await recorded("a library open at night");
  await recorded("benches in the shade");
});

test("the network swallows everything without a word: the phone notices when it comes back, and nothing is sent twice", async () => {
  house.wire.silence();
  await give(phone, "a bench at the bus stop");
  await sees(phone.getByText("1 entry is being sent"));
  await phone.context().setOffline(true);
  await back();
  await sees(own(phone, "a bench at the bus stop"));
  await recorded("a bench at the bus stop");
});

test("the server is killed between sending and receipt: after its restart the idea stands once", async () => {
  const receiptsLost = await phone.context().newCDPSession(phone);
  await receiptsLost.send("Network.enable");
  // The frame with the idea leaves; the server is killed at that moment, so the receipt may or may not have been written.
  const sent = new Promise(resolve => receiptsLost.on("Network.webSocketFrameSent", ({ response }) => { if (response.payloadData.includes("contribution.write")) resolve(); }));
  await give(phone, "trams that wait for the train");
  await sent;
  await house.server.kill();
  await sees(phone.getByText("No connection. A new attempt is under way."));
  await house.server.run();
  await sees(own(phone, "trams that wait for the train"));
  await recorded("trams that wait for the train");
  await until(() => phone.getByText("kept on this phone").count(), 0, "nothing waits any more");
});

test("locked before it arrived: the text comes back with the reason, and stays in the field", async () => {
  await away();
  await give(phone, "one ticket for everything");
  await sees(phone.getByText("1 entry kept on this phone"));
  await button(desk, "Close answers").click();
  await sees(button(desk, "Reopen answers"));
  // What is on its way when the input is locked has ten seconds of grace: they must have passed.
  await pause(10_500);
  await back();
  await sees(phone.getByRole("alert").getByText("Closed before it arrived: your text is kept"));
  await sees(phone.getByText(/^Answers are closed for now/));
  await until(() => field(phone).inputValue(), "one ticket for everything");
  assert.equal(times(await table(desk, session), "one ticket for everything"), 0);
  await button(desk, "Reopen answers").click();
  await gone(phone.getByText(/^Answers are closed for now/));
  await button(phone, "Send").tap();
  await sees(own(phone, "one ticket for everything"));
  await recorded("one ticket for everything");
});

test("the session was closed before it arrived: the text is still there to read and copy", async () => {
  await away();
  await give(phone, "too late but not lost");
  await sees(phone.getByText("1 entry kept on this phone"));
  await closeSession(desk);
  await sees(desk.getByRole("heading", { name: "The session is closed" }));
  await back();
  await sees(phone.getByRole("heading", { name: "Thank you" }));
  await sees(phone.getByText("Closed before it arrived: your text is kept"));
  await sees(phone.getByText("too late but not lost"));
});

const page = { contentType: "text/html", body: "<!doctype html><title>Hotel Wi-Fi</title><h1>Please accept</h1>" };
const portals = { "a page of its own": { status: 200, ...page }, "the way to its page": { status: 302, headers: { location: "/" } }, "511, please accept first": { status: 511, ...page } };
for (const [name, answer] of Object.entries(portals)) test(`a captive portal answers for the server with ${name}: nothing is dropped, and it arrives once afterwards`, async () => {
  const context = phone.context();
  await away();
  await give(phone, "shade at every stop");
  await sees(phone.getByText("1 entry kept on this phone"));
  let asked = 0;
  await context.route(/\/(live|api)\b/, route => { asked++; return route.fulfill(answer); });
  await back();
  await until(() => asked, n => n >= 2, "the phone tried again");
  await give(phone, "and a tap with water");
  await sees(phone.getByText("2 entries kept on this phone: they will be sent"));
  await emptied();
  // Also a page opened anew behind the portal keeps what waits.
  await again();
  await until(() => asked, n => n >= 4, "the new page tried");
  await context.unrouteAll();
  await sees(own(phone, "shade at every stop"));
  await sees(own(phone, "and a tap with water"));
  await recorded("shade at every stop");
  await recorded("and a tap with water");
});

test("half of an answer opens no connection: the phone gives it up and what was given arrives once", async () => {
  await away();
  await give(phone, "a quiet corner in the library");
  await sees(phone.getByText("1 entry kept on this phone"));
  house.wire.halve();
  await phone.context().setOffline(false);
  await until(() => house.wire.halved, n => n > 0, "the phone tried to open a connection");
  await sees(own(phone, "a quiet corner in the library"));
  await recorded("a quiet corner in the library");
});

test("a browser that takes a WebSocket to its own server for a foreign one comes in another way", async () => {
  // Safari before 15.4 does not count ws: as 'self'. Here the policy names the address without it, which says the same to Chromium.
  const old = await (await house.device({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })).newPage();
  await old.route(/\/(s|q)\//, async route => {
    const answer = await route.fetch();
    const policy = answer.headers()["content-security-policy"].replace(/connect-src [^;]*/, `connect-src ${house.server.lan}`);
    await route.fulfill({ response: answer, headers: { ...answer.headers(), "content-security-policy": policy } });
  });
  await old.goto(session.participant);
  await old.locator("form.entry button.primary").tap();
  await given(old, "by the long way round");
  await recorded("by the long way round");
  const refused = house.watch.notes.splice(0);
  assert.ok(refused.length > 0 && refused.every(x => x.includes("connect-src ws")), refused.join("\n"));
});

const kills = Number(process.env.KILLS ?? 10);
test(`the tab is killed 0 to 200 ms after giving, ${kills} times: each idea stands exactly once`, { timeout: 60_000 + kills * 10_000 }, async () => {
  const ideas = Array.from({ length: kills }, (_, n) => `idea <${n}> of a phone that dies`);
  const last = async () => { if (await field(phone).inputValue()) await button(phone, "Send").tap(); };
  for (const [n, idea] of ideas.entries()) {
    // A person may give a hundred in a step: then the next one's phone dies.
    if (n > 0 && n % 80 === 0) {
      await last();
      await emptied();
      phone = await house.phone(session, { wired: true });
      await sees(field(phone));
    }
    const left = await field(phone).inputValue();
    // Killed before the outbox had it: the words still stand in the field, and the person gives them again.
    if (left) await button(phone, "Send").tap();
    await give(phone, idea);
    await pause(randomInt(201));
    await again();
    await sees(field(phone));
  }
  await last();
  await until(async () => {
    const text = await table(desk, session);
    return ideas.filter(x => times(text, x) !== 1).map(x => `${x}: ${times(text, x)}`);
  }, []);
});
