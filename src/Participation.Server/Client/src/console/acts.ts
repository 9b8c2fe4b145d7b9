import { uuid } from "../id";
import type { Receipt, Refusal, Sent } from "../live";
import type { Live } from "../session";
import type { SessionView } from "../views";

/** What the console tells after an act: nothing, a refusal of the server, or that no answer came. */
export type Outcome = { done: true } | { done: false; refused?: Refusal };

const patience = 20_000;
const settle = 2_000;

/** A command, or which one it is by what stands on the stage when one's own acts before it are done: start, then next step. */
export type Name = string | ((view: SessionView) => string);

type Connection = Pick<Live, "standing" | "watch" | "send">;

/**
 * Sends a facilitator's acts one after the other. Each goes with the version of the board on which it was made; one's own act that
 * comes before it is waited for, so that quick hands do not refuse themselves.
 */
export class Acts {
  private last: Promise<unknown> = Promise.resolve();
  private own?: { before: number; after?: number };

  constructor(private readonly live: Connection) {}

  send(name: Name, data: object, more: { item?: string; for?: string } = {}): Promise<Outcome> {
    const seen = this.version;
    const sent = this.last.then(() => this.one(this.named(name), data, more, seen));
    this.last = sent;
    return sent;
  }

  private get version(): number | undefined {
    return this.live.standing.whole?.view.board?.version;
  }

  private named(name: Name): string {
    return typeof name === "string" ? name : name(this.live.standing.whole!.view);
  }

  private async one(name: string, data: object, more: { item?: string; for?: string }, seen: number | undefined): Promise<Outcome> {
    // What stood on the board when the finger fell, moved on only by one's own act before it.
    const expected = this.own && seen === this.own.before ? this.own.after : seen;
    const guarded = onStage(name) && expected !== undefined;
    const receipt = await this.answered({ command: uuid(), name, data, ...more, ...(guarded && { expected }) });
    if (!receipt) return { done: false };
    if (receipt.refused) return { done: false, refused: receipt.refused };
    if (guarded) {
      await this.until(() => this.version !== expected, settle);
      this.own = { before: seen!, after: this.version };
    }
    return { done: true };
  }

  /** The same command again after each new connection: the server records it once. */
  private async answered(sent: Sent): Promise<Receipt | undefined> {
    const end = performance.now() + patience;
    while (performance.now() < end) {
      await this.until(() => this.live.standing.contact === "here", end - performance.now());
      if (this.live.standing.contact !== "here") return undefined;
      try {
        return await this.live.send(sent);
      } catch {
        await this.until(() => this.live.standing.contact !== "here", 500);
      }
    }
    return undefined;
  }

  private until(true_: () => boolean, ms: number): Promise<void> {
    if (true_()) return Promise.resolve();
    return new Promise(resolve => {
      const end = () => {
        clearTimeout(late);
        stop();
        resolve();
      };
      const late = setTimeout(end, ms);
      const stop = this.live.watch(() => { if (true_()) end(); });
    });
  }
}

/** Acts on the stage carry the version they were made on; contributions, seats and undo (which names its act) do not. */
const onStage = (name: string): boolean =>
  /^((session|step|timer)\.|contribution\.mark$)/.test(name) && !["session.seat-guest", "session.correct-mine", "session.undo", "session.move", "session.erase-words", "session.keep-until"].includes(name);
