/** What goes between server and screens. Written from the server's records by ViewTypesTests: change those, not this. */
export type Language = "en" | "it" | "de";
export type LocalText = Record<Language, string>;

// The view of a session
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
  board?: Board;
  guestBook?: GuestBook;
  keepUntil?: string;
  waits?: boolean;
  results?: boolean;
}
export interface Mine { number: number; activity?: unknown; given?: GivenText[]; item?: string }
export interface Card {
  id: string;
  text: string;
  kind?: string;
  category?: string;
  zone?: string;
  place?: string;
  table?: string;
  phoneless: boolean;
  pinned: boolean;
  status: CardStatus;
  near?: string;
  label?: LocalText;
  version?: number;
}
export type SessionStatus = "waiting" | "live" | "paused" | "closed";
export interface Item {
  id: string;
  kind: string;
  title: LocalText;
  locked: boolean;
  hidden: boolean;
  round: number;
  rounds: number;
  moderation?: Moderation;
  answered: number;
  takes: boolean;
  repeats: boolean;
  ballots?: BallotView;
}
export interface Timer { seconds: number; endsAt?: string; left?: number; held: boolean }
export interface Board {
  version: number;
  agenda: AgendaStep[];
  undo?: Undo;
  people: Person[];
  tables: TableView[];
  types: Option[];
  zones: Option[];
  lobby: LobbyView;
  own?: Undo[];
}
export interface GuestBook { guests: Guest[]; types: Option[]; zones: Option[]; tables: Table[] }
export interface GivenText { id: string; text: string; status: CardStatus }
export type CardStatus = "shown" | "pending" | "hidden" | "withdrawn" | "reset" | "erased";
export type Moderation = "off" | "before" | "after";
export interface BallotView {
  fewest: number;
  entitled: number;
  voters: number;
  waiting: number;
  counted: boolean;
  tooFew: number;
  tooClose: number;
}
export interface AgendaStep {
  id: string;
  kind: string;
  kindName: LocalText;
  title: LocalText;
  minutes: number;
  state: ItemState;
  openedAt?: string;
  enteredAt?: string;
  seconds: number;
  answered: number;
  takes: boolean;
  ballots?: BallotView;
  lateUntil?: string;
}
export interface Undo {
  act: number;
  name: string;
  item?: string;
  how?: string;
  withheld?: boolean;
  to?: string;
  by?: string;
}
export interface Person {
  id: string;
  number: number;
  type?: string;
  zone?: string;
  table?: string;
  phoneless: boolean;
  removed: boolean;
  waits: boolean;
}
export interface TableView { id: string; name: string; people: number }
export interface Option { id: string; label: LocalText }
export interface LobbyView {
  admission: Admission;
  locked: boolean;
  approves: boolean;
  waiting: number;
  issued: number;
  used: number;
  arrivals: Arrivals[];
}
export interface Guest { id: string; number: number; type?: string; zone?: string; table?: string }
export interface Table { id: string; name: string }
export type ItemState = "waiting" | "open" | "done";
export type Admission = "open" | "approve" | "tickets";
export interface Arrivals { at: string; count: number }

// The live connection
export interface Whole {
  number: number;
  now: string;
  you: You;
  view: unknown;
  mine?: unknown;
  mineNumber: number;
  epoch: string;
}
export interface Frame { from: number; number: number; patch: PatchOp[] }
export interface Own { mineNumber: number; mine?: unknown }
export interface Sent { command: string; name: string; data: unknown; item?: string; expected?: number; for?: string }
export interface Answer { number: number; refused?: Refused }
export interface You { id: string; role: Role; table?: string; language?: Language }
export interface PatchOp { op: string; path: string; value?: unknown }
export interface Refused { code: string; text: LocalText; retry: boolean; detail?: string }
export type Role = "participant" | "facilitator" | "scribe" | "projector";

// The pages
export interface Door {
  session: string;
  title: LocalText;
  language: Language;
  consent: LocalText;
  controller?: string;
  contact?: string;
  questions: Questions;
  tables: Table[];
  seated: boolean;
  participant?: string;
  said?: Stated;
  shut?: Problem;
}
export interface JoinRequest {
  command: string;
  code?: string;
  key?: string;
  consent?: boolean;
  language?: Language;
  type?: string;
  zone?: string;
  table?: string;
}
export interface EnterRequest { key: string }
export interface SessionRow {
  id: string;
  title: LocalText;
  language: Language;
  code: string;
  workshop: string;
  openedAt: string;
  status: SessionStatus;
  joined: number;
  contributions: number;
  sample: boolean;
  leads: boolean;
}
export interface WorkshopRow {
  slug: string;
  title: LocalText;
  description: LocalText;
  minutes: number;
  items: number;
  problem?: WorkshopProblem;
}
export interface OpenRequest {
  workshop: string;
  language?: Language;
  title?: string;
  tables?: Table[];
  admission?: Admission;
  most?: number;
  place?: string;
}
export interface Links { participant: string; projector: string; scribes: ScribeLink[]; code: string; lan: string[] }
export interface LeaderLink { url: string }
export interface LeaderRow { id: string; since: string; until: string; here: boolean }
export interface InstitutionView {
  name?: string;
  logo: boolean;
  colours?: InstitutionColours;
  controller?: string;
  contact?: string;
  public: boolean;
  authors?: string;
}
export interface ClockView { zone: string }
export interface MachineAddress { address: string; card: string; likely: boolean; chosen: boolean }
export interface Problem { code: string; text: LocalText; detail?: string }
export interface Fate { id: string; text: string; places: FatePlace[]; counts: FateCount[] }
export interface Questions { types: Option[]; zones: Option[] }
export interface Stated { type?: string; zone?: string; table?: string }
export interface WorkshopProblem { file: string; place: string; reason: LocalText }
export interface ScribeLink { table?: string; url: string }
export interface InstitutionColours { light: string; onLight: string; dark: string; onDark: string }
export interface FatePlace { sort: string; in?: string; label: string; called?: string }
export interface FateCount { what: string; n: number }

// Accounts
export interface Me { id: string; name: string; role: AccountRole; totp: boolean }
export interface SignInDoor { ready: boolean; safe: boolean; organisation: boolean; zone?: string }
export interface SignInRow { id: string; created: string; used: string; expires: string; here: boolean }
export interface TotpBegun { secret: string; qr: string }
export interface Invited { role?: AccountRole; name?: string; session?: LocalText; expires: string }
export interface PersonRow {
  id: string;
  name: string;
  role: AccountRole;
  totp: boolean;
  disabled: boolean;
  created: string;
}
export interface InvitationLink { url: string; expires: string }
export type AccountRole = "facilitator" | "coordinator" | "administrator";
