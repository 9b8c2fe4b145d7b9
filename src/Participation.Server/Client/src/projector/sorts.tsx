import type { ComponentChildren } from "preact";

/** A sort of contribution as its kind of step shows it: told by shape and word, the colour of the class only repeats them. */
export interface Sort { class: string; /** The key of its word; keys `<kind>.kind.…` come with the wall, whatever step is open. */ label: string; sign: ComponentChildren }

export type Sorts = Record<string, Sort>;

const found = import.meta.glob<Sorts>("../../../../Participation/Activities/*/wallSorts.tsx", { eager: true, import: "default" });

/** By id, of all kinds of step: a later step shows what an earlier one gave. */
export const sorts: Sorts = Object.assign({}, ...Object.values(found));

export const Sign = ({ sort }: { sort: Sort }) => <svg class="wall-sign" viewBox="0 0 24 24" aria-hidden="true">{sort.sign}</svg>;
