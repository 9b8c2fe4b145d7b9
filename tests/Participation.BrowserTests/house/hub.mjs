import assert from "node:assert/strict";

/** Speaks the live protocol from inside a page, with that page's seat: for what no finger could do (hundreds of contributions, texts that no keyboard has). */
export const speak = (page, session, role, commands) => page.evaluate(async ({ session, role, commands }) => {
  const end = "\u001e";
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/live?session=${session}&role=${role}`);
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    for (const frame of data.split(end).filter(x => x)) {
      const said = JSON.parse(frame);
      const id = said.invocationId ?? (said.type === undefined ? "handshake" : undefined);
      waiting.get(id)?.(said);
    }
  };
  const say = (id, body) => new Promise((done, broken) => {
    waiting.set(id, done);
    socket.onclose = () => broken(new Error("the connection was closed"));
    socket.send(JSON.stringify(body) + end);
  });
  const call = async (id, target, ...values) => {
    const said = await say(id, { type: 1, invocationId: id, target, arguments: values });
    if (said.error) throw new Error(said.error);
    return said.result;
  };
  await new Promise((open, broken) => {
    socket.onopen = open;
    socket.onerror = () => broken(new Error("no connection"));
  });
  await say("handshake", { protocol: "json", version: 1 });
  await call("join", "Join");
  const uuid = () => [..."xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx"].map(x => (x === "x" ? (crypto.getRandomValues(new Uint8Array(1))[0] % 16).toString(16) : x)).join("");
  const receipts = [];
  for (const [n, command] of commands.entries()) receipts.push(await call(`send${n}`, "Send", { command: uuid(), ...command }));
  socket.onclose = null;
  socket.close();
  return receipts;
}, { session: session.id, role, commands });

/** The same, where everything is to be taken. */
export async function speaks(page, session, role, commands) {
  const receipts = await speak(page, session, role, commands);
  assert.deepEqual(receipts.filter(x => x.refused).map(x => x.refused.code), []);
}
