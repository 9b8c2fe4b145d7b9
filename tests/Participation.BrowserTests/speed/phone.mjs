import { button, field, own, writing } from "../house/acts.mjs";
import { sees } from "../house/expect.mjs";
import { House } from "../house/house.mjs";
import { median } from "./measure.mjs";

/** Slow 3G as browsers' tools have it: 400 ms there and back, 400 kbit/s, and a processor a quarter as fast. */
const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** From opening the link of the QR code to the first idea acknowledged, with an empty cache, tapped by a hand that does not think. */
export async function phone3g({ rounds = 3, shots } = {}) {
  const house = await House.open();
  try {
    const desk = await house.facilitator();
    const session = await house.session(desk);
    await writing(desk);
    await desk.goto("/healthz");
    const runs = [];
    for (let n = 0; n < rounds; n++) runs.push(await once(house, session, `One bench more, said on a slow phone ${n}`, n === 0 && shots));
    const times = Object.keys(runs[0].times).map(what => {
      const all = runs.map(x => x.times[what]);
      return { "ms since the link was opened": what, median: median(all), all: all.join(" ") };
    });
    const middle = runs.find(x => x.times.acknowledged === median(runs.map(y => y.times.acknowledged)));
    const sum = middle.files.reduce((all, x) => all + x.bytes, 0);
    await house.leave();
    return { times, bytes: sum, files: middle.files };
  } finally {
    await house.close();
  }
}

async function once(house, session, idea, shots) {
  const context = await house.device(phone);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  const [asked, files] = [new Map(), []];
  cdp.on("Network.requestWillBeSent", x => asked.set(x.requestId, x.request.url));
  cdp.on("Network.loadingFinished", x => files.push({ file: new URL(asked.get(x.requestId)).pathname.replace(/(q)\/.*/, "$1/…"), bytes: x.encodedDataLength }));
  await cdp.send("Network.emulateNetworkConditions", slow);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const times = {};
  const began = performance.now();
  const mark = what => (times[what] = Math.round(performance.now() - began));
  await page.goto(session.participant, { waitUntil: "commit" });
  mark("first byte of the page");
  const enter = page.locator("form.entry button.primary");
  await sees(enter);
  mark("door");
  times["first paint"] = Math.round(await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime));
  await enter.tap();
  await sees(page.locator(".network.here .mark"));
  mark("in the room");
  await sees(field(page));
  mark("the open step");
  await field(page).fill(idea);
  await button(page, "Send").tap();
  await sees(own(page, idea));
  mark("acknowledged");
  if (shots) await page.screenshot({ path: `${shots}/phone.png` });
  await context.close();
  return { times, files };
}
