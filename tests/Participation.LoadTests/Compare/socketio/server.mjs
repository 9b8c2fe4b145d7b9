// The same work as the product's for one open step, as well as Socket.IO and better-sqlite3 do it:
// a token at the door, each idea checked and on disk (WAL, synchronous=FULL, all that came in one turn of the event loop in one transaction)
// before its receipt, and frames: new cards to consoles ten times a second, the count to phones as often and as long as the product's.
//   node server.mjs FOLDER MILLISECONDS PHONE_BYTES      with TOKEN_KEY (hex) in the environment
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Server } from "socket.io";

const [folder, milliseconds, phoneBytes] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const key = Buffer.from(process.env.TOKEN_KEY, "hex");
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const longest = 280;
const consoleMilliseconds = 100;

const db = new Database(join(folder, "ideas.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
if (db.pragma("synchronous", { simple: true }) !== 2) throw new Error("synchronous is not FULL.");
db.exec("CREATE TABLE idea (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL, command TEXT NOT NULL, text TEXT NOT NULL) STRICT");
const insert = db.prepare("INSERT INTO idea (number, at, by, command, text) VALUES (?, ?, ?, ?, ?)");
const store = db.transaction((group) => {
  for (const { idea } of group) insert.run(idea.number, idea.at, idea.by, idea.command, idea.text);
});

const receipts = new Map();
let waiting = [];
let last = 0;
let stored = 0;
let fresh = [];

function give(by, { command, text }, answer) {
  if (typeof command !== "string" || !uuid.test(command)) return answer({ refused: "command.malformed" });
  if (typeof text !== "string" || text.trim() === "" || [...text].length > longest) return answer({ refused: "text.length" });
  if (receipts.has(command)) return answer({ number: receipts.get(command) });
  if (waiting.length === 0) setImmediate(commit);
  waiting.push({ idea: { number: ++last, at: Date.now(), by, command, text: text.trim() }, answer });
}

function commit() {
  const group = waiting;
  waiting = [];
  store(group);
  stored += group.length;
  for (const { idea, answer } of group) {
    receipts.set(idea.command, idea.number);
    fresh.push(idea);
    answer({ number: idea.number });
  }
}

function seatOf(token) {
  const [seat, proof] = String(token).split(".");
  const expected = createHmac("sha256", key).update(seat).digest();
  const given = Buffer.from(proof ?? "", "hex");
  return given.length === expected.length && timingSafeEqual(given, expected) ? seat : null;
}

const http = createServer();
const io = new Server(http, { transports: ["websocket"], serveClient: false, perMessageDeflate: false });
io.use((socket, next) => {
  socket.data.seat = seatOf(socket.handshake.auth.token);
  next(socket.data.seat ? undefined : new Error("seat.none"));
});
io.on("connection", (socket) => {
  socket.join(socket.data.seat.startsWith("phone") ? "phones" : "consoles");
  socket.on("give", (sent, answer) => give(socket.data.seat, sent ?? {}, answer));
});

const count = (number) => ({ op: "replace", path: "/activity/total", value: number });

let listed = 0;
setInterval(() => {
  if (fresh.length === 0) return;
  const [from, number] = [listed, listed + fresh.length];
  const cards = fresh.map((idea, at) => ({
    op: "add", path: `/activity/cards/${from + at}`, value: { id: `I-${String(idea.number).padStart(3, "0")}`, text: idea.text, phoneless: false, pinned: false, status: "shown" },
  }));
  io.to("consoles").emit("show", { from, number, patch: [count(number), ...cards] });
  listed = number;
  fresh = [];
}, consoleMilliseconds);

let counted = 0;
setInterval(() => {
  if (stored === counted) return;
  const frame = { from: counted, number: stored, patch: [count(stored)], rest: "" };
  const bare = `42["show",${JSON.stringify(frame)}]`.length;
  io.to("phones").emit("show", { ...frame, rest: " ".repeat(Math.max(0, phoneBytes - bare)) });
  counted = stored;
}, milliseconds);

process.stdin.on("end", () => process.exit(0)).resume();
http.listen(0, "127.0.0.1", () => console.log(`listening ${http.address().port}`));
