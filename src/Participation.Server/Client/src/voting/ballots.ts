import type { Along, Gift } from "../activity";
import type { Item } from "../views";

/** All that somebody chose on one paper; the paper is empty where one has everything. */
export interface Ballot { paper: string; choices: readonly string[] }

/** One that was given on this device. */
export interface Cast extends Ballot { note?: string; going: boolean; included?: boolean }

/** How a page from before all kinds had the same command gave a ballot. */
export type Before = (gift: Gift) => Ballot | undefined;

/** The ballots of this round that were not refused, oldest first: of each paper the last one counts. Of a secret one that was received only the paper is left. */
export const ballots = (given: readonly Gift[], before: Before): Cast[] =>
  given.flatMap(x => {
    const ballot = x.state === "refused" ? undefined : x.name === "ballot.cast" ? (x.data as Ballot) : before(x);
    return ballot ? [{ paper: ballot.paper, choices: ballot.choices ?? [], note: x.note, going: x.state === "kept", included: x.included }] : [];
  });

type Give<Answer> = (name: string, data: object, along?: Along) => Answer;

/** Casts a ballot: one that still waits gives way to it, and of a secret one this device forgets the choice. */
export const cast = <Answer>(give: Give<Answer>, item: Item, ballot: Ballot, along?: { field?: string; note?: string }): Answer =>
  give("ballot.cast", ballot, { slot: `ballot.cast/${item.id}/${ballot.paper}`, ...(item.ballots && { secret: { paper: ballot.paper } }), ...along });

/** How much goes to what. */
export type Amounts = Record<string, number>;

export const choicesOf = (amounts: Amounts): string[] => Object.entries(amounts).filter(([, n]) => n > 0).map(([id, n]) => `${n} ${id}`);

export const amountsOf = (choices: readonly string[]): Amounts => Object.fromEntries(choices.map(x => [x.slice(x.indexOf(" ") + 1), parseInt(x)]));

export const sum = (amounts: Amounts): number => Object.values(amounts).reduce((a, b) => a + b, 0);
