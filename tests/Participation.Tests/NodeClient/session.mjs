// Takes part in a session as a participant. Tells what it met in lines of JSON, and goes on when a line comes in.
//   node session.mjs SERVER CODE ITEM
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { Client, door, takeSeat } from "./client.mjs";

const [server, code, item] = process.argv.slice(2);
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const tell = told => process.stdout.write(`${JSON.stringify(told)}\n`);
const wait = async () => (await input.next()).value;

// The door: a wrong code, the right one as a person may type it, and a seat that is taken once however often it is asked for.
const wrong = await door(server, "AAAAAA");
const open = await door(server, ` ${code.toLowerCase().slice(0, 3)} ${code.toLowerCase().slice(3)}`);
const request = { code, command: randomUUID(), consent: true, language: "de" };
const seat = await takeSeat(server, request);
const again = await takeSeat(server, request);
const without = await takeSeat(server, { ...request, command: randomUUID(), consent: false });
tell({ wrong: wrong.code, session: open.session, seated: open.seated, participant: seat.participant, again: again.participant, without: without.code });
await wait();

const client = await new Client(server, seat.session, "participant", seat.cookie).start();
tell({ you: client.you.id, language: client.you.language, status: client.view.status, board: "board" in client.view, code: "code" in client.view });
await wait();

// The same command twice, another body under its id, and what nobody here may do or write.
const command = randomUUID();
const first = await client.send("ideas.give", { text: "Bänke im Schatten" }, { item, command });
const second = await client.send("ideas.give", { text: "Bänke im Schatten" }, { item, command });
const reused = await client.send("ideas.give", { text: "Something else" }, { item, command });
const refused = {};
for (const [name, data, to] of [
  ["session.close", {}, undefined],
  ["ideas.give", { text: " " }, item],
  ["ideas.give", { text: "x", colour: "red" }, item],
  ["ideas.give", { text: "Nowhere" }, "no-such-item"],
  ["nothing.at-all", {}, item],
]) refused[`${name} ${JSON.stringify(data)}`] = (await client.send(name, data, { item: to })).refused;
tell({ first: first.number, second: second.number, reused: reused.refused.code, refused });
await wait();

// The connection is cut with a command on its way; it comes back, and the command is there once.
const { joins } = client;
const sending = client.send("ideas.give", { text: "Wasser für alle" }, { item });
client.cut();
const receipt = await sending;
// On the new connection the receipt may come before the answer to Join.
while (client.joins === joins) await pause(20);
tell({ receipt: receipt.number, rejoined: client.joins > joins });

// From here on it tells its view whenever it is asked.
while ((await wait()) === "view") tell({ number: client.number, view: client.view, mine: client.mine, frames: client.frames });
await client.end();
process.exit(0);
