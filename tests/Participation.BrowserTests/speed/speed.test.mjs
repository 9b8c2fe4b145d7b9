import assert from "node:assert/strict";
import { test } from "node:test";
import { cards } from "./cards.mjs";
import { memory } from "./memory.mjs";
import { phone3g } from "./phone.mjs";
import { Server } from "../house/server.mjs";

test("what a page loads comes compressed, and what carries a hash in its name is kept for good", async () => {
  const server = await Server.start();
  try {
    const page = await (await fetch(`${server.local}/`)).text();
    const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(x => x[1]);
    assert.ok(files.length >= 4, "a page without files");
    for (const file of files) {
      const answer = await fetch(server.local + file, { headers: { "accept-encoding": "gzip" } });
      const whole = (await answer.arrayBuffer()).byteLength;
      assert.equal(answer.headers.get("cache-control"), "public, max-age=31536000, immutable", file);
      assert.equal(answer.headers.get("content-encoding"), "gzip", file);
      if (whole > 1000) assert.ok(Number(answer.headers.get("content-length")) < whole * 0.7, `${file}: ${answer.headers.get("content-length")} of ${whole}`);
    }
  } finally {
    await server.stop();
  }
});

// How long it takes is for `node speed/run.mjs`; here only that the slow way leads to the end, and how many bytes it takes.
test("a phone on slow 3G comes from the link to an idea that is kept", { timeout: 180_000 }, async () => {
  const { times, bytes } = await phone3g({ rounds: 1 });
  assert.ok(times.length > 0);
  assert.ok(bytes < 80_000, `${bytes} B`);
});

test("console and projector show every card that arrives, and hold few things for each", { timeout: 300_000 }, async () => {
  const rows = await cards({ cards: 300, seconds: 2 });
  assert.equal(rows.length, 6);
  assert.ok(rows.every(x => x.nodes < 20_000), JSON.stringify(rows));
});

test("phone and projector keep no page of the past while ideas come in", { timeout: 180_000 }, async () => {
  const rows = await memory({ minutes: 0.2 });
  for (const { screen, last, anew } of rows) assert.ok(last.heapKB < anew.heapKB + 4_000 && last.nodes < anew.nodes + 500, `${screen}: ${JSON.stringify([last, anew])}`);
});
