import type { Card, Cluster, ClustersView, Group } from "@client/views";

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

export const byId = (cards: readonly Card[]): Map<string, Card> => new Map(cards.map(x => [x.id, x]));

/** An id for a cluster or group made here: the house's phones and consoles have no secure context, hence no randomUUID. */
export const freshId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map(x => "abcdefghijklmnopqrstuvwxyz234567"[x % 32]).join("");

/** A row of the map on the projector: a group, or clusters without one, with as many lines of clusters as it needs. */
export interface MapRow extends Branch { lines: number }

export const across = 4;
const linesPerPage = 4;

/** The map in pages of rows. A group stands whole on a page; one that is larger than a page is continued on the next. */
export function mapPages(view: ClustersView): MapRow[][] {
  const pages: MapRow[][] = [];
  let free = 0;
  for (const branch of branches(view)) {
    for (let from = 0; from < Math.max(1, branch.clusters.length); from += across * linesPerPage) {
      const clusters = branch.clusters.slice(from, from + across * linesPerPage);
      const lines = Math.max(1, Math.ceil(clusters.length / across));
      if (lines > free) {
        pages.push([]);
        free = linesPerPage;
      }
      pages.at(-1)!.push({ ...branch, clusters, lines });
      free -= lines;
    }
  }
  return pages;
}
