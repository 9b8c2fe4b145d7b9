/** What goes between server and screens. Written from the server's records by ViewTypesTests: change those, not this. */
import type { Card, LocalText, Option } from "@client/views";
import type { Typed } from "@client/writing/views";

export interface IdeasView {
  question: LocalText;
  kinds: Kind[];
  categories: Option[];
  askZone: boolean;
  askPlace: boolean;
  limit: number;
  open: boolean;
  silent: boolean;
  total: number;
  pending: number;
  cards: Card[];
  byKind: Count[];
  byCategory: Count[];
  typed?: Typed[];
}
export interface IdeasMine { cards: Card[] }
export type Kind = "sentiment" | "idea" | "project";
export interface Count { id: string; n: number }
