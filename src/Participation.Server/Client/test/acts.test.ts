import { expect, it } from "vitest";
import { Acts } from "../src/console/acts";
import type { Receipt, Sent } from "../src/live";
import type { Standing } from "../src/session";

/** A server with one board: it refuses what was made on an older version, and tells the new one after each act. */
class Board {
  version = 7;
  status = "waiting";
  sent: Sent[] = [];
  silent = 0;
  private watchers = new Set<(standing: Standing) => void>();
  standing = this.tell("here");

  watch(watcher: (standing: Standing) => void) {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  async send(sent: Sent): Promise<Receipt> {
    this.sent.push(sent);
    if (this.silent-- > 0) {
      this.tell("away");
      queueMicrotask(() => this.tell("here"));
      throw new Error("no answer");
    }
    if (sent.expected !== undefined && sent.expected !== this.version) return { number: 1, refused: { code: "session.stale", retry: false, text: { en: "", it: "", de: "" } } };
    this.version++;
    if (sent.name === "session.start") this.status = "live";
    this.tell("here");
    return { number: this.version };
  }

  tell(contact: Standing["contact"]): Standing {
    this.standing = { contact, whole: { view: { status: this.status, board: { version: this.version } } } } as unknown as Standing;
    this.watchers?.forEach(x => x(this.standing));
    return this.standing;
  }
}

it("quick hands do not refuse themselves: each act counts on one's own before it", async () => {
  const board = new Board();
  const acts = new Acts(board);
  const done = await Promise.all(["hide", "pin", "pin"].map(mark => acts.send("contribution.mark", { mark })));
  expect(done.every(x => x.done)).toBe(true);
  expect(board.sent.map(x => x.expected)).toEqual([7, 8, 9]);
});

it("a key pressed twice in a hurry goes on: the second act is chosen on the stage that the first one made", async () => {
  const board = new Board();
  const acts = new Acts(board);
  const onward = (view: { status: string }) => (view.status === "waiting" ? "session.start" : "session.advance");
  const done = await Promise.all([acts.send(onward, {}), acts.send(onward, {})]);
  expect(done).toEqual([{ done: true }, { done: true }]);
  expect(board.sent.map(x => x.name)).toEqual(["session.start", "session.advance"]);
});

it("an act on a board that another facilitator changed is refused, and the next one is made on the new board", async () => {
  const board = new Board();
  const acts = new Acts(board);
  board.version = 12;
  expect(await acts.send("step.lock", {}, { item: "a" })).toMatchObject({ done: false, refused: { code: "session.stale" } });
  board.tell("here");
  expect(await acts.send("step.lock", {}, { item: "a" })).toEqual({ done: true });
});

it("the same command goes again after a lost answer, under the same id", async () => {
  const board = new Board();
  board.silent = 1;
  expect(await new Acts(board).send("ideas.give", { text: "x" }, { item: "a", for: "g" })).toEqual({ done: true });
  expect(new Set(board.sent.map(x => x.command)).size).toBe(1);
  expect(board.sent).toHaveLength(2);
  expect(board.sent[0]).not.toHaveProperty("expected");
});
