import type { Card } from "@client/views";
import type { Cluster, ClustersView, Group } from "./views";

export interface Branch { group?: Group; clusters: Cluster[] }

/** Groups with their clusters, in the order in which they were made; clusters without a group come last. */
export function branches(view: ClustersView): Branch[] {
  const known = new Set(view.groups.map(x => x.id));
  const free = view.clusters.filter(x => !x.group || !known.has(x.group));
  const grouped = view.groups.map(group => ({ group, clusters: view.clusters.filter(x => x.group === group.id) }));
  return [...grouped, ...(free.length > 0 ? [{ clusters: free }] : [])];
}

/** A, B … Z, AA: how a cluster is called across the room, whatever its name. */
export function letter(at: number): string {
  return (at >= 26 ? letter(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));
}

/** Letters of all clusters, in the order in which they were made. */
export const letters = (view: ClustersView): Map<string, string> => new Map(view.clusters.map((x, i) => [x.id, letter(i)]));

/** The cluster that a key means: its letter, or its number from 1 to 9. */
export function meant<T>(key: string, clusters: readonly T[]): T | undefined {
  if (/^[1-9]$/.test(key)) return clusters[Number(key) - 1];
  return /^[a-z]$/i.test(key) ? clusters[key.toLowerCase().charCodeAt(0) - 97] : undefined;
}

export const byId = (cards: readonly Card[]): Map<string, Card> => new Map(cards.map(x => [x.id, x]));

/** An id for a cluster or group made here: the house's phones and consoles have no secure context, hence no randomUUID. */
export const freshId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map(x => "abcdefghijklmnopqrstuvwxyz234567"[x % 32]).join("");

export const across = 4;

/** The clusters in pages of the wall, so many lines of four on each: those of a strategy stand together, those without one come last. */
export function wallPages(view: ClustersView, lines: number): Cluster[][] {
  const all = branches(view).flatMap(x => x.clusters);
  return Array.from({ length: Math.ceil(all.length / (across * lines)) }, (_, i) => all.slice(i * across * lines, (i + 1) * across * lines));
}
