import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Live as Line } from "../src/session";

const state = { Disconnected: "Disconnected", Connected: "Connected" };

/** The server as SignalR's client sees it: away, or there and answering. */
const server = { away: true, mute: false, starts: [] as number[], hubs: [] as Hub[] };

class Hub {
  state = state.Disconnected;
  private closed = () => {};

  constructor() {
    server.hubs.push(this);
  }

  on = () => {};
  onclose = (closed: () => void) => void (this.closed = closed);
  invoke = async () => (server.mute ? new Promise(() => {}) : { number: 1, now: new Date().toISOString(), you: { id: "p", role: "participant" }, view: {}, mineNumber: 0 });

  start = async () => {
    server.starts.push(Date.now());
    if (server.away) throw new Error("no server");
    this.state = state.Connected;
  };

  stop = async () => this.lose();

  lose(): void {
    if (this.state === state.Disconnected) return;
    this.state = state.Disconnected;
    this.closed();
  }
}

const sockets: Socket[] = [];

/** An opening that nobody answers. */
class Socket extends EventTarget {
  closed = false;

  constructor(readonly url: string) {
    super();
    sockets.push(this);
  }

  close(): void {
    this.closed = true;
    this.dispatchEvent(new Event("close"));
  }
}

let options: { WebSocket: new (url: string) => Socket };
vi.mock("@microsoft/signalr", () => ({
  HttpTransportType: { WebSockets: 1, LongPolling: 4 },
  HubConnectionState: state,
  LogLevel: { None: 6 },
  HubConnectionBuilder: class {
    withUrl = (_: string, given: typeof options) => ((options = given), this);
    configureLogging = () => this;
    build = () => new Hub();
  },
}));

let Live: new (session: string, role: "participant") => Line;
let page: EventTarget;
const minutes = 60_000;

beforeEach(async () => {
  vi.useFakeTimers();
  page = new EventTarget();
  const screen = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("document", screen);
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("WebSocket", Socket);
  Object.assign(server, { away: true, mute: false, starts: [], hubs: [] });
  sockets.length = 0;
  ({ Live } = await import("../src/live"));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const gone = (...lines: Line[]) => lines.filter(x => x.standing.contact !== "here").length;

describe("a line that was lost", () => {
  it("is sought for ever: after ten minutes without a server everybody is back within 15 s", async () => {
    const room = Array.from({ length: 100 }, () => new Live("s", "participant"));
    await vi.advanceTimersByTimeAsync(10 * minutes);
    expect(gone(...room)).toBe(100);
    server.away = false;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(gone(...room)).toBe(0);
  });

  it("is not sought by everybody at once: the tries of a hundred are spread over the ten seconds", async () => {
    void Array.from({ length: 100 }, () => new Live("s", "participant"));
    await vi.advanceTimersByTimeAsync(10 * minutes);
    server.starts = [];
    await vi.advanceTimersByTimeAsync(10_000);
    const seconds = new Map<number, number>();
    for (const start of server.starts) seconds.set(Math.floor(start / 1_000), 1 + (seconds.get(Math.floor(start / 1_000)) ?? 0));
    expect(seconds.size).toBeGreaterThanOrEqual(10);
    expect(Math.max(...seconds.values())).toBeLessThan(60);
  });

  it.each([
    ["the page is seen again", () => document.dispatchEvent(new Event("visibilitychange"))],
    ["the page comes back", () => page.dispatchEvent(new Event("pageshow"))],
    ["the network is there", () => page.dispatchEvent(new Event("online"))],
  ])("is sought at once when %s, also after two hours and after three days", async (_, happens) => {
    for (const hours of [2, 72]) {
      server.away = true;
      const line = new Live("s", "participant");
      await vi.advanceTimersByTimeAsync(5 * minutes);
      // Asleep: the clock goes on, no timer runs.
      vi.setSystemTime(Date.now() + hours * 60 * minutes);
      server.away = false;
      happens();
      await vi.advanceTimersByTimeAsync(1);
      expect(gone(line)).toBe(0);
    }
  });

  it.each([["is gone", true, "away"], ["is there all the same", false, "here"]])("is not believed while the network has just gone: it is asked at once, and the server %s", async (_, mute, contact) => {
    server.away = false;
    const line = new Live("s", "participant");
    await vi.advanceTimersByTimeAsync(1);
    Object.assign(server, { mute, away: mute });
    page.dispatchEvent(new Event("offline"));
    expect(line.standing.contact).toBe("connecting");
    await vi.advanceTimersByTimeAsync(4_000);
    expect(line.standing.contact).toBe(contact);
  });

  it("is not waited for in silence: an opening that nobody answers is given up after ten seconds", async () => {
    new Live("s", "participant");
    const opening = new options.WebSocket("ws://room/live");
    await vi.advanceTimersByTimeAsync(9_999);
    expect(opening.closed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(opening.closed).toBe(true);
  });

  it("leaves an opening alone that was answered", async () => {
    new Live("s", "participant");
    const opening = new options.WebSocket("ws://room/live");
    opening.dispatchEvent(new Event("open"));
    await vi.advanceTimersByTimeAsync(minutes);
    expect(opening.closed).toBe(false);
  });

  it.each([["does not say so", false], ["says it too", true]])("takes an opening that failed for over, once, where the browser %s", async (_, says) => {
    new Live("s", "participant");
    const opening = new options.WebSocket("ws://room/live");
    let ends = 0;
    opening.addEventListener("close", () => ends++);
    opening.dispatchEvent(new Event("error"));
    if (says) opening.close();
    await vi.advanceTimersByTimeAsync(1);
    expect(ends).toBe(1);
  });
});
