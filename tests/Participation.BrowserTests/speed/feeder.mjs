import { randomUUID } from "node:crypto";

/** A participant without a page: gives at a set pace over the live protocol, from a browser of its own that draws nothing. */
export class Feeder {
  static async to(house, session) {
    const feeder = new Feeder();
    const context = await house.device();
    const key = session.participant.split("/").pop();
    const joined = await context.request.post("/api/join", { data: { key, command: randomUUID(), consent: true, language: "en" } });
    if (!joined.ok()) throw new Error(`join answered ${joined.status()}`);
    feeder.page = await context.newPage();
    await feeder.page.goto("/healthz");
    await feeder.page.evaluate(connect, session.id);
    return feeder;
  }

  /** Gives all of it, so many a second or, without a pace, as fast as the server takes it. */
  async give(commands, perSecond = 0) {
    const refused = await this.page.evaluate(([commands, pace]) => window.pour(commands, pace), [commands, perSecond]);
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused[0])} and ${refused.length - 1} more`);
  }
}

// Runs in the page.
async function connect(session) {
  const end = "\u001e";
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/live?session=${session}&role=participant`);
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    for (const frame of data.split(end)) {
      if (frame === "" || frame.includes('"target":"Show"')) continue;
      const said = JSON.parse(frame);
      waiting.get(said.invocationId ?? "handshake")?.(said);
      waiting.delete(said.invocationId);
    }
  };
  const say = (id, body) => new Promise(done => {
    waiting.set(id, done);
    socket.send(JSON.stringify(body) + end);
  });
  let calls = 0;
  const call = (target, ...values) => {
    const invocationId = String(++calls);
    return say(invocationId, { type: 1, invocationId, target, arguments: values });
  };
  await new Promise(open => (socket.onopen = open));
  await say("handshake", { protocol: "json", version: 1 });
  await call("Join");
  setInterval(() => socket.send(JSON.stringify({ type: 6 }) + end), 7_000);
  const uuid = () => [..."xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx"].map(x => (x === "x" ? Math.floor(Math.random() * 16).toString(16) : x)).join("");
  window.pour = async (commands, perSecond) => {
    const refused = [];
    const began = performance.now();
    const asked = [];
    for (const [n, command] of commands.entries()) {
      if (perSecond > 0) await new Promise(go => setTimeout(go, Math.max(0, began + (n * 1000) / perSecond - performance.now())));
      else if (asked.length >= 50) await asked.shift();
      asked.push(call("Send", { command: uuid(), ...command }).then(({ result, error }) => { if (error || result.refused) refused.push(error ?? result.refused); }));
    }
    await Promise.all(asked);
    return refused;
  };
}
