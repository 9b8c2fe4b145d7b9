// A second client of the live protocol, written from PROTOCOL.md alone and sharing nothing with the house's own.
import { createRequire } from "node:module";
import { randomUUID } from "node:crypto";
import { HttpTransportType, HubConnectionBuilder, LogLevel } from "@microsoft/signalr";

const WebSocket = createRequire(import.meta.resolve("@microsoft/signalr"))("ws");
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

/** Section 2: what stands at the door. */
export async function door(server, code) {
  const answer = await fetch(`${server}/api/door?code=${encodeURIComponent(code)}`);
  return { status: answer.status, ...(await answer.json()) };
}

/** Section 2: a seat, and the cookie that proves it. */
export async function takeSeat(server, request) {
  const answer = await fetch(`${server}/api/join`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  const cookie = answer.headers.getSetCookie().map(one => one.split(";")[0]).join("; ");
  return { status: answer.status, cookie, ...(await answer.json()) };
}

/** Sections 3 and 4: follows the view by numbers and patches, sends until there is a receipt, and comes back for ever. */
export class Client {
  number = 0;
  view = null;
  mine = null;
  mineNumber = 0;
  joins = 0;
  frames = 0;
  #early = null;
  #socket = null;
  #attempt = 0;
  #ended = false;

  constructor(server, session, role, cookie) {
    const client = this;
    // The socket is kept so that it can be cut as a network cuts it, without a farewell.
    class Socket extends WebSocket {
      constructor(...given) {
        super(...given);
        client.#socket = this;
      }
    }
    this.hub = new HubConnectionBuilder()
      .withUrl(`${server}/live?session=${session}&role=${role}`, { transport: HttpTransportType.WebSockets, headers: { Cookie: cookie }, WebSocket: Socket })
      .configureLogging(LogLevel.None)
      .build();
    this.hub.keepAliveIntervalInMilliseconds = 7_000;
    this.hub.serverTimeoutInMilliseconds = 20_000;
    this.hub.on("Show", frame => { this.#show(frame); });
    this.hub.on("Mine", own => { this.#own(own); });
    this.hub.on("Here", () => {});
    this.hub.on("Bye", code => { if (code === "seat.moved") void this.join(); else this.#ended = true; });
    this.hub.onclose(() => { void this.#seek(); });
  }

  /** Connects, however often that has to be tried. */
  async start() {
    await this.#seek();
    return this;
  }

  /** Joining and coming back are the same message. */
  async join() {
    this.#early ??= { frames: [], owns: [] };
    const whole = await this.hub.invoke("Join");
    const early = this.#early ?? { frames: [], owns: [] };
    this.#early = null;
    this.joins++;
    this.you = whole.you;
    this.number = whole.number;
    this.view = whole.view;
    this.mine = whole.mine ?? null;
    this.mineNumber = whole.mineNumber;
    early.owns.forEach(own => { this.#own(own); });
    early.frames.forEach(frame => { this.#show(frame); });
  }

  /** The same command until a receipt comes. */
  async send(name, data, { item, command = randomUUID(), expected } = {}) {
    for (;;) {
      try {
        const receipt = await this.hub.invoke("Send", { command, name, item, expected, data });
        if (!receipt.refused?.retry) return receipt;
      } catch {
        // No answer: nobody knows whether it was recorded, so it is sent again.
      }
      await pause(50);
    }
  }

  cut() {
    this.#socket.terminate();
  }

  end() {
    this.#ended = true;
    return this.hub.stop();
  }

  async #seek() {
    while (!this.#ended) {
      try {
        await this.hub.start();
        await this.join();
        this.#attempt = 0;
        return;
      } catch {
        // A connection that came and did not last closes, and closing seeks again.
        if (this.hub.state === "Connected") return void this.hub.stop();
        await pause(Math.random() * Math.min(10_000, 500 * 2 ** this.#attempt++));
      }
    }
  }

  #show(frame) {
    if (this.#early) return void this.#early.frames.push(frame);
    if (frame.number <= this.number) return;
    if (frame.from !== this.number) return void this.join();
    this.view = frame.patch.reduce(apply, this.view);
    this.number = frame.number;
    this.frames++;
  }

  #own(own) {
    if (this.#early) return void this.#early.owns.push(own);
    if (own.mineNumber <= this.mineNumber) return;
    this.mine = own.mine ?? null;
    this.mineNumber = own.mineNumber;
  }
}

/** One step of a JSON Patch (RFC 6902): add, remove or replace. */
function apply(document, { op, path, value }) {
  if (path === "") return value;
  const keys = path.slice(1).split("/").map(key => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = keys.pop();
  const place = keys.reduce((node, key) => node[key], document);
  if (!Array.isArray(place)) {
    if (op === "remove") delete place[last];
    else place[last] = value;
  } else if (op === "replace") place[Number(last)] = value;
  else if (op === "remove") place.splice(Number(last), 1);
  else place.splice(last === "-" ? place.length : Number(last), 0, value);
  return document;
}
