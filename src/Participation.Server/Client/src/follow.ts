import { apply, type Step } from "./patch";
import type { You } from "./views";

/** The answer to Join: the whole view with its number. What it shows is for the screen to know. */
export interface Whole<View, Mine> {
  number: number;
  now: string;
  you: You;
  view: View;
  mine?: Mine;
  mineNumber: number;
  epoch: string;
}
export interface Frame { from: number; number: number; patch: Step[] }
export interface Own<Mine> { mineNumber: number; mine?: Mine }

/** Keeps a view up to date by the numbers rule of the protocol; knows nothing of connections. */
export class Follower<View, Mine> {
  whole?: Whole<View, Mine>;
  private joining = true;
  private frames: Frame[] = [];
  private own?: Own<Mine>;

  /** A Join has been asked for: what arrives from now on waits for its answer. */
  join(): void {
    this.joining = true;
    this.frames = [];
    this.own = undefined;
  }

  /** The answer came. False: what arrived meanwhile does not fit, join again. */
  joined(whole: Whole<View, Mine>): boolean {
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

  mine(own: Own<Mine>): void {
    if (this.joining || !this.whole) {
      if (!this.own || own.mineNumber > this.own.mineNumber) this.own = own;
    } else if (own.mineNumber > this.whole.mineNumber) {
      this.whole = { ...this.whole, mine: own.mine, mineNumber: own.mineNumber };
    }
  }
}

/** What is somebody's own in a step, and up to which entry. It comes by itself, a moment before or after the view with that step: what is of another is none of this one's. */
export const ownIn = (whole: Whole<unknown, { item?: string; activity?: unknown }> | undefined, item: string) =>
  whole?.mine?.item === item ? { mine: whole.mine.activity, mineNumber: whole.mineNumber } : { mine: undefined, mineNumber: 0 };
