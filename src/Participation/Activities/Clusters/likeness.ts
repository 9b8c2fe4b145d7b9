import type { Card } from "@client/views";
import type { ClustersView } from "./views";

/** Two cards with almost the same words: the later one, and the one that was there before. */
export interface Pair { later: Card; earlier: Card }

/** Cards that the server noticed to be almost the same, and of which nobody has said so yet. */
export function unlinked(view: ClustersView): Pair[] {
  const cards = new Map(view.cards.map(x => [x.id, x]));
  const linked = new Set(view.links.map(x => x.id));
  return view.cards.flatMap(later => {
    const earlier = later.near ? cards.get(later.near) : undefined;
    return earlier && !linked.has(later.id) && !view.links.some(x => x.id === earlier.id && x.duplicateOf === later.id) ? [{ later, earlier }] : [];
  });
}

const words = (text: string): Set<string> => new Set(text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);

/** The other cards, most alike first: what the server noticed, then those that share most of their words. Those that share none are left out. */
export function mostAlike(card: Card, others: readonly Card[]): Card[] {
  const own = words(card.text);
  const score = (x: Card): number => {
    if (x.id === card.near || x.near === card.id) return 2;
    const theirs = words(x.text);
    const shared = [...own].filter(y => theirs.has(y)).length;
    return shared === 0 ? 0 : shared / (own.size + theirs.size - shared);
  };
  return others.filter(x => x.id !== card.id).map(x => ({ x, n: score(x) })).filter(y => y.n > 0).sort((a, b) => b.n - a.n).map(y => y.x);
}
