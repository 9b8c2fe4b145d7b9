import type { Card } from "@client/views";
import type { Cluster } from "./views";

const joins = /[\p{M}\p{EMod}\u200c\u200d]/u;

/** As many whole words as there is room for, and a sign that more follows. Nothing is cut within a word, nor within a sign where a text has no words. */
export function firstWords(text: string, most = 60): string {
  const all = Array.from(text.trim().replace(/\s+/g, " "));
  if (all.length <= most) return all.join("");
  const end = all.lastIndexOf(" ", most);
  const signs = all.slice(0, end > 0 ? end : most);
  while (end <= 0 && signs.length > 1 && (joins.test(all[signs.length]!) || signs[signs.length - 1] === "\u200d")) signs.pop();
  return `${signs.join("").replace(/[\s,;:.–-]+$/u, "")}…`;
}

/** What a cluster is about: its sentence, and as long as it has none the first words of its first cards. */
export function about(cluster: Cluster, cards: ReadonlyMap<string, Card>): string {
  if (cluster.name) return cluster.name;
  const first = cluster.cards.map(id => cards.get(id)?.text.trim()).filter(x => x).slice(0, 2) as string[];
  return first.map(x => firstWords(x, first.length > 1 ? 40 : 80)).join(" · ");
}
