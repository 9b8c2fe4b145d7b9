/** What goes between server and screens. Written from the server's records by ViewTypesTests: change those, not this. */
import type { Card, CardStatus, LocalText } from "@client/views";

export interface OpinionsView {
  question: LocalText;
  mayAdd: boolean;
  limit: number;
  statements: number;
  votes: number;
  voters: number;
  revealed: boolean;
  rows: OpinionRow[];
}
export interface OpinionsMine { next: Statement[]; voted: number; own: Card[] }
export interface OpinionRow {
  id: string;
  text?: string;
  label?: LocalText;
  agree?: number;
  disagree?: number;
  pass?: number;
  pinned: boolean;
  status: CardStatus;
}
export interface Statement { id: string; text?: string; label?: LocalText }
