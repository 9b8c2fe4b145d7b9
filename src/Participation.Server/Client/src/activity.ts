import type { ComponentType } from "preact";
import type { Item, Language, LocalText, SessionView } from "./views";
import type { Translate } from "./texts";

/** What every screen of an activity gets, on any surface. */
export interface ScreenProps<View> {
  view: View;
  item: Item;
  session: SessionView;
  language: Language;
  t: Translate;
  /** The screen's own language of a text that a workshop's author wrote. */
  say: (text: LocalText | undefined) => string;
}

/** Where an unsent text lives: it survives reload, and a refusal brings the text back to it. */
export interface Draft {
  readonly text: string;
  /** `words`: a person's own, to be shown also where the field is gone. */
  write(text: string, words?: true): void;
  /** The field goes: how its words would still be sent, as long as the step takes them. */
  leave?(send: () => void): void;
}

/** What goes with a command besides its data. Words have no slot: what takes the place of another would take them along. */
export type Along = (Replaced | Typed) & {
  /** The field that it came from: it is emptied when that is safe, and gets its text back when it is refused. */
  field?: string;
  /** What the person's own list says about it. */
  note?: string;
  /** A secret ballot: what of its data this device may still know once it has an answer. */
  secret?: object;
};

/** A later one of the same slot takes the place of one that still waits: a whole ballot. */
export interface Replaced { slot: string; text?: undefined }

/** Somebody's words, that go back to their field when they are refused. */
export interface Typed { text?: string; slot?: undefined }

/** Something that this phone gave in the open item, sent or not. */
export interface Gift {
  name: string;
  data: object;
  note?: string;
  slot?: string;
  state: "kept" | "received" | "refused";
  /** `mine` knows it already. Until then it counts on this screen beside what `mine` says. */
  included?: boolean;
}

/** A phone's screen of an activity: what is sent goes through the outbox and is never lost. */
export interface PhoneProps<View, Mine = undefined> extends ScreenProps<View> {
  mine?: Mine;
  /** May this person give something now: open, not locked, not paused. */
  open: boolean;
  zones: { id: string; label: LocalText }[];
  /** All that this phone gave in this item and round, oldest first. */
  given: readonly Gift[];
  send(name: string, data: object, along?: Along): void;
  /** A hook: call it unconditionally, once per field. */
  useDraft(field: string): Draft;
}

/** The console's screen of an activity: acts are answered at once or refused with a reason. */
export interface ConsoleProps<View> extends ScreenProps<View> {
  zones: { id: string; label: LocalText }[];
  tables: { id: string; name: string }[];
  /** The table that this screen belongs to: a scribe's own. */
  table?: string;
  /** Who leads may mark contributions and sees hidden numbers; a scribe does not. */
  leads: boolean;
  /** Resolves when the receipt came or the command is safe; a refusal is shown by the surface itself. `text`: somebody's words, shown again where they are refused. */
  send(name: string, data: object, more?: { for?: string; text?: string }): Promise<boolean>;
}

/** The form by which a facilitator or scribe writes down what somebody without a phone gives. */
export interface EntryProps<View> extends ScreenProps<View> {
  zones: { id: string; label: LocalText }[];
  /** All that was written down here for the chosen guest in this item and round, oldest first. */
  given: readonly Gift[];
  /** Gives it for the chosen guest. True: it was taken or is safe, and the field that it came from is empty. */
  give(name: string, data: object, along?: Along): Promise<boolean>;
  /** A hook: call it unconditionally, once per field. */
  useDraft(field: string): Draft;
}

/** What an activity brings to the console: its screen and, where people give something, the form of entry for them. */
export interface ConsoleModule {
  default: ComponentType<ConsoleProps<unknown>>;
  Entry?: ComponentType<EntryProps<unknown>>;
  /** As it stands it is a board that needs the width: the panels beside it fold away unless somebody opened them. */
  wide?: (view: never) => boolean;
}

/** The projector's screen of an activity: it only shows. */
export interface ProjectorProps<View> extends ScreenProps<View> {
  /** Something lies over the page and owns the arrow keys: do not turn pages. */
  still: boolean;
}

/** One contribution that the projector can show alone, full screen. */
export interface Zoomable { id: string; text?: string; label?: LocalText }

/** What an activity brings to the projector: its screen and what can be enlarged of it. */
export interface ProjectorModule {
  default: ComponentType<ProjectorProps<unknown>>;
  zoomable?: (view: unknown) => Zoomable[];
}
