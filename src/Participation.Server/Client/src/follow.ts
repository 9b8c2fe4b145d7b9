import { apply, type Step } from "./patch";
import type { Mine, SessionView, You } from "./views";

/** The answer to Join: the whole view with its number. */
export interface Whole {
  number: number;
  now: string;
  you: You;
  view: SessionView;
  mine?: Mine;
  mineNumber: number;
  epoch: string;
}
export interface Frame { from: number; number: number; patch: Step[] }
export interface Own { mineNumber: number; mine?: Mine }

/** Keeps a view up to date by the numbers rule of the protocol; knows nothing of connections. */
export class Follower {
  whole?: Whole;
  private joining = true;
  private frames: Frame[] = [];
  private own?: Own;

  /** A Join has been asked for: what arrives from now on waits for its answer. */
  join(): void {
    this.joining = true;
    this.frames = [];
    this.own = undefined;
  }

  /** The answer came. False: what arrived meanwhile does not fit, join again. */
  joined(whole: Whole): boolean {
    this.joining = false;
    this.whole = whole;
    if (this.own) this.mine(this.own);
    const kept = this.frames;
    this.frames = [];
    return kept.every(frame => this.show(frame));
  }

  /** False: a number is missing, join again. */
  show(frame: Frame): boolean {
    if (this.joining || !this.whole) return this.frames.push(frame) > 0;
    if (frame.number <= this.whole.number) return true;
    if (frame.from !== this.whole.number) return false;
    try {
      this.whole = { ...this.whole, number: frame.number, view: apply(this.whole.view, frame.patch) };
      return true;
    } catch {
      return false;
    }
  }

  mine(own: Own): void {
    if (this.joining || !this.whole) {
      if (!this.own || own.mineNumber > this.own.mineNumber) this.own = own;
    } else if (own.mineNumber > this.whole.mineNumber) {
      this.whole = { ...this.whole, mine: own.mine, mineNumber: own.mineNumber };
    }
  }
}
