/** What the server shows to a screen. One shape per record of the server; the names are the contract of Live/PROTOCOL.md. */
export type Language = "en" | "it" | "de";
export type LocalText = Record<Language, string>;
export type Role = "participant" | "facilitator" | "scribe" | "projector";
export type SessionStatus = "waiting" | "live" | "paused" | "closed";

export interface Option { id: string; label: LocalText }
export interface StepName { id: string; kind: string; title: LocalText }
export interface Timer { seconds: number; endsAt?: string; left?: number }

export interface Item {
  id: string;
  kind: string;
  title: LocalText;
  locked: boolean;
  hidden: boolean;
  round: number;
  rounds: number;
  moderation: "off" | "before" | "after";
  answered: number;
}

export interface SessionView {
  title: LocalText;
  language: Language;
  status: SessionStatus;
  joined: number;
  steps: number;
  position: number;
  item?: Item;
  activity?: unknown;
  timer?: Timer;
  code?: string;
  joinPath?: string;
  board?: Board;
  guestBook?: GuestBook;
}

export interface Board {
  version: number;
  agenda: AgendaStep[];
  undo?: { act: number; name: string; item?: string };
  people: Person[];
  tables: { id: string; name: string; people: number }[];
  types: Option[];
  zones: Option[];
  fullCode?: string;
}

export interface AgendaStep extends StepName {
  minutes: number;
  state: "waiting" | "open" | "done";
  openedAt?: string;
  closedAt?: string;
  answered: number;
}

export interface Person {
  id: string;
  number: number;
  type?: string;
  zone?: string;
  table?: string;
  phoneless: boolean;
  removed: boolean;
}

/** What a scribe writes by: people without a phone at the scribe's own table, and what a new seat may say of itself. */
export interface GuestBook { guests: Guest[]; types: Option[]; zones: Option[]; tables: { id: string; name: string }[] }
export interface Guest { id: string; number: number; type?: string; zone?: string; table?: string }

export interface You { id: string; role: Role; table?: string; language?: Language }
export interface Mine { number: number; activity?: unknown }

export type Kind = "sentiment" | "idea" | "project";
export type CardStatus = "shown" | "pending" | "hidden" | "withdrawn" | "reset";

export interface Card {
  id: string;
  text: string;
  kind?: Kind;
  category?: string;
  zone?: string;
  place?: string;
  table?: string;
  phoneless: boolean;
  pinned: boolean;
  status: CardStatus;
  near?: string;
}

export interface Count { id: string; n: number }

export interface SlideView { body: LocalText; image?: string; alt?: LocalText }

export interface IdeasView {
  question: LocalText;
  kinds: Kind[];
  categories: Option[];
  askZone: boolean;
  askPlace: boolean;
  limit: number;
  open: boolean;
  total: number;
  pending: number;
  cards: Card[];
  byKind: Count[];
  byCategory: Count[];
}
export interface IdeasMine { cards: Card[] }

export type ClusterAct = "link" | "move" | "name" | "group" | "relate" | "condense";
export interface Cluster { id: string; name?: string; label?: string; group?: string; cards: string[]; weight?: number }
export interface Group { id: string; name: string; keywords: string[]; cloud: { text: string; weight: number }[] }
export interface Relation { from: string; to: string; relation: "causes" | "supports" | "conflicts" }

export interface ClustersView {
  allow: ClusterAct[];
  participants: boolean;
  cards: Card[];
  total: number;
  clusters: Cluster[];
  loose: string[];
  groups: Group[];
  relations: Relation[];
  links: { id: string; duplicateOf: string }[];
}

export interface DotOption { id: string; text?: string; label?: LocalText; dots?: number; before?: number }
export interface DotVoteView {
  question: LocalText;
  budget: number;
  maxPerItem: number;
  options: DotOption[];
  voters: number;
  revealed: boolean;
}
export interface DotVoteMine { dots: Record<string, number> }

export interface Statement { id: string; text?: string; label?: LocalText }
export interface OpinionRow extends Statement {
  agree?: number;
  disagree?: number;
  pass?: number;
  pinned: boolean;
  status: CardStatus;
}
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
