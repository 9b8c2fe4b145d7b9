/** What goes between server and screens. Written from the server's records by ViewTypesTests: change those, not this. */
import type { Card } from "@client/views";

export interface ClustersView {
  allow: ClusterAct[];
  participants: boolean;
  cards: Card[];
  total: number;
  clusters: Cluster[];
  loose: string[];
  groups: Group[];
  relations: Relation[];
  links: DuplicateLink[];
}
export type ClusterAct = "link" | "move" | "name" | "group" | "relate" | "condense";
export interface Cluster {
  id: string;
  name?: string;
  label?: string;
  group?: string;
  cards: string[];
  weight?: number;
  named?: number;
}
export interface Group { id: string; name: string; keywords: string[]; cloud: GroupWord[] }
export interface Relation { from: string; to: string; relation: RelationKind }
export interface DuplicateLink { id: string; duplicateOf: string }
export interface GroupWord { text: string; weight: number }
export type RelationKind = "none" | "causes" | "supports" | "conflicts";
