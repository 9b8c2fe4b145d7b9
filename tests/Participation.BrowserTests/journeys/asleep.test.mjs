import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { button, closeSession, field, give, own, writing } from "../house/acts.mjs";
import { sees, until } from "../house/expect.mjs";
import { House, table } from "../house/house.mjs";

const hours = 60 * 60 * 1_000;
let house, desk, session, phone;
before(async () => { house = await House.open(); });
after(() => house?.close());
beforeEach(async () => {
  desk = await house.facilitator();
  session = await house.session(desk, { title: "Asleep" });
  await writing(desk);
  phone = await house.phone(session, { wired: true });
  await sees(field(phone));
});
afterEach(t => house.leave(t).finally(() => house.wire.mend()));

/** The phone lies in a pocket: its page is frozen, its connection is long gone when it wakes, and its clock has gone on. */
async function sleep(time) {
  const life = await phone.context().newCDPSession(phone);
  await life.send("Page.setWebLifecycleState", { state: "frozen" });
  house.wire.cut();
  await phone.clock.setSystemTime(Date.now() + time);
  house.wire.mend();
  return async () => {
    await life.send("Page.setWebLifecycleState", { state: "active" });
    await phone.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  };
}

for (const [name, time] of [["two hours", 2 * hours], ["three days", 72 * hours]])
  test(`after ${name} asleep a draft is there, what waited arrives once, and the room is as the server has it`, async () => {
    await phone.context().setOffline(true);
    house.wire.cut();
    await give(phone, `given before ${name}`);
    await sees(phone.getByText("1 entry kept on this phone: it will be sent"));
    await field(phone).fill("half a thought");
    const wake = await sleep(time);
    await phone.context().setOffline(false);
    const since = Date.now();
    await wake();
    await sees(own(phone, `given before ${name}`));
    const took = Date.now() - since;
    assert.ok(took <= 10_000, `back after ${took} ms`);
    assert.equal(await field(phone).inputValue(), "half a thought");
    await until(async () => (await table(desk, session)).split(`given before ${name}`).length - 1, 1);
  });

test("the step was closed while it slept: the text is given back to its author, who is told why and what to do", async () => {
  await phone.context().setOffline(true);
  house.wire.cut();
  await give(phone, "written too late");
  await sees(phone.getByText("What you write stays on this phone."));
  const wake = await sleep(2 * hours);
  await closeSession(desk);
  await sees(desk.getByRole("heading", { name: "The session is closed" }));
  await phone.context().setOffline(false);
  await wake();
  await sees(phone.getByText("Show it to the team if it should count"));
  await sees(phone.getByText("written too late"));
  assert.equal((await table(desk, session)).includes("written too late"), false);
});

test("the network swallows the opening of a connection: the phone gives it up and comes back by another", async () => {
  house.wire.silence();
  await phone.context().setOffline(true);
  house.wire.cut();
  await give(phone, "through the second door");
  await sees(phone.getByText("1 entry kept on this phone: it will be sent"));
  house.wire.swallow();
  await phone.context().setOffline(false);
  await until(() => house.wire.swallowed, n => n > 0, "the phone tried to open a connection");
  // Those that were swallowed stay so: only a new one gets through.
  house.wire.welcome();
  await sees(own(phone, "through the second door"));
  await until(async () => (await table(desk, session)).split("through the second door").length - 1, 1);
});
