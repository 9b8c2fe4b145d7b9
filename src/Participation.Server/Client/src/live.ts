import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from "@microsoft/signalr";
import { Follower, type Frame, type Own, type Whole } from "./follow";
import { pause } from "./pause";
import type { LocalText, Role } from "./views";

export interface Sent { command: string; name: string; item?: string; expected?: number; for?: string; data: object }
export interface Refusal { code: string; text: LocalText; retry: boolean; detail?: unknown }
export interface Receipt { number: number; refused?: Refusal }

/** `away` means: the connection is lost and is being sought for ever; `gone` means: the seat is lost, there is nothing to seek. */
export type Contact = "connecting" | "here" | "away" | "gone";

export interface Standing<View, Mine> { contact: Contact; whole?: Whole<View, Mine>; here?: number; bye?: string }

const probeAfter = 4_000;
const patience = 10_000;

/**
 * A socket that says when it is over, so that another way can be tried. A line that swallows everything leaves an opening without an answer, and a browser
 * waits minutes for one; Chromium says of an opening that its policy forbids only `error`, and no `close`.
 */
const opening = () => class extends WebSocket {
  constructor(url: string) {
    super(url);
    let closed = false;
    const late = setTimeout(() => this.close(), patience);
    this.addEventListener("open", () => clearTimeout(late));
    this.addEventListener("close", () => {
      closed = true;
      clearTimeout(late);
    });
    this.addEventListener("error", () => setTimeout(() => closed || this.dispatchEvent(new Event("close"))));
  }
};

/** The live connection of a screen to what it shows. The only place that knows SignalR. */
export class Live<View, Mine> {
  standing: Standing<View, Mine> = { contact: "connecting" };
  private readonly follower = new Follower<View, Mine>();
  private readonly dial: () => HubConnection;
  protected readonly hub: HubConnection;
  private readonly watchers = new Set<(standing: Standing<View, Mine>) => void>();
  private attempt = 0;
  private wake = () => {};
  private lost = () => {};
  private joining?: Promise<void>;
  private clock = { server: Date.now(), here: performance.now() };

  constructor(session: string, role: Role, address = "") {
    this.dial = () => new HubConnectionBuilder()
      .withUrl(`${address}/live?session=${encodeURIComponent(session)}&role=${role}`, {
        transport: HttpTransportType.WebSockets | HttpTransportType.LongPolling,
        timeout: patience,
        // The client reads it, its types do not say so.
        ...{ WebSocket: opening() },
      })
      .configureLogging(LogLevel.None)
      .build();
    this.hub = this.dial();
    this.hub.keepAliveIntervalInMilliseconds = 7_000;
    this.hub.serverTimeoutInMilliseconds = 20_000;
    this.hub.on("Show", (frame: Frame) => {
      if (this.follower.show(frame)) this.tell({});
      else void this.rejoin();
    });
    this.hub.on("Mine", (own: Own<Mine>) => {
      this.follower.mine(own);
      this.tell({});
    });
    this.hub.on("Here", (here: number) => {
      this.tell({ here });
    });
    this.hub.on("Bye", (code: string) => {
      if (code === "seat.moved") void this.rejoin();
      else this.leave(code);
    });
    this.hub.onclose(() => this.lost());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.retryNow();
    });
    addEventListener("pageshow", () => this.retryNow());
    addEventListener("online", () => this.retryNow());
    // The network is gone, the line may still be believed: until it answers, nothing is said to be on its way.
    addEventListener("offline", () => {
      if (this.standing.contact !== "here") return;
      this.tell({ contact: "connecting" });
      this.retryNow();
    });
    void this.seek();
  }

  /** Calls back on every change until the returned function is called. */
  watch(watcher: (standing: Standing<View, Mine>) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Seeks the connection at once; when there seems to be one, makes sure that it is alive. */
  retryNow(): void {
    this.attempt = 0;
    this.wake();
    if (this.hub.state === HubConnectionState.Connected) void this.rejoin();
  }

  /** Rejects when no answer came: then nobody knows whether it was recorded, and the same command is to be sent again. */
  send(sent: Sent): Promise<Receipt> {
    if (this.left) return this.sendFromOutside(sent);
    return this.standing.contact === "here" ? this.hub.invoke<Receipt>("Send", sent) : Promise.reject(new Error("away"));
  }

  // Who was taken out has no line any more, and may still have erased what is held of them: a line of its own, for this one thing.
  private async sendFromOutside(sent: Sent): Promise<Receipt> {
    const line = this.dial();
    await line.start();
    return await line.invoke<Receipt>("Send", sent).finally(() => line.stop());
  }

  /** The server's time in ms, right also on a device with a wrong clock. */
  now = (): number => this.clock.server + performance.now() - this.clock.here;

  private get left(): boolean {
    return this.standing.contact === "gone";
  }

  private async seek(): Promise<void> {
    while (!this.left) {
      const lost = new Promise<void>(resolve => (this.lost = resolve));
      try {
        await this.hub.start();
        await this.join();
        this.attempt = 0;
        await lost;
      } catch {
        await this.hub.stop();
      }
      if (this.left) return this.waitToReturn();
      this.tell({ contact: "away" });
      await this.rest(pause(this.attempt++));
    }
  }

  // Who was taken out may be let in again: it is asked now and then, and the page begins anew, with its outbox.
  private async waitToReturn(): Promise<void> {
    while (this.standing.bye === "seat.removed") {
      await this.rest(8_000 + pause(2));
      try {
        await this.hub.start();
        await this.hub.invoke("Join");
        return location.reload();
      } catch {
        await this.hub.stop();
      }
    }
  }

  private rest(ms: number): Promise<void> {
    return new Promise(resolve => {
      this.wake = resolve;
      setTimeout(resolve, ms);
    });
  }

  // One Join at a time: of two answers the older one could come last and would stand.
  private join(): Promise<void> {
    return (this.joining ??= this.ask().finally(() => (this.joining = undefined)));
  }

  private async ask(): Promise<void> {
    for (let fits = false; !fits; ) {
      this.follower.join();
      const asked = performance.now();
      const whole = await this.hub.invoke<Whole<View, Mine>>("Join").catch(async (error: unknown) => {
        // The connection is good: to come back with another one would only make it worse.
        if (String(error).includes("command.too-fast")) return new Promise<undefined>(resolve => setTimeout(resolve, 1_000 + pause(2)));
        const bye = /seat\.\w+/.exec(String(error))?.[0];
        if (bye) this.leave(bye);
        throw error;
      });
      if (!whole) continue;
      this.clock = { server: Date.parse(whole.now), here: (asked + performance.now()) / 2 };
      fits = this.follower.joined(whole);
    }
    this.tell({ contact: "here" });
  }

  // A phone that slept may hold a dead socket without knowing: no answer within the probe's time means a new connection.
  private async rejoin(): Promise<void> {
    const dead = setTimeout(() => void this.hub.stop(), probeAfter);
    await this.join().catch(() => this.hub.stop());
    clearTimeout(dead);
  }

  private leave(bye: string): void {
    this.tell({ contact: "gone", bye });
    void this.hub.stop();
  }

  protected tell(change: Partial<Standing<View, Mine>>): void {
    this.standing = { ...this.standing, ...change, whole: this.follower.whole };
    this.watchers.forEach(watcher => watcher(this.standing));
  }
}
