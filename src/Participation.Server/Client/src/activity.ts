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
  write(text: string): void;
}

/** Which text a command carries and which field it came from, so that a refusal gives it back. */
export interface Written {
  field: string;
  text: string;
}

/** A phone's screen of an activity: what is sent goes through the outbox and is never lost. */
export interface PhoneProps<View, Mine = undefined> extends ScreenProps<View> {
  mine?: Mine;
  /** May this person give something now (open, not locked, not paused)? */
  open: boolean;
  zones: { id: string; label: LocalText }[];
  send(name: string, data: object, written?: Written): void;
  /** A hook: call it unconditionally, once per field. */
  useDraft(field: string): Draft;
}

/** The console's screen of an activity: acts are answered at once or refused with a reason. */
export interface ConsoleProps<View> extends ScreenProps<View> {
  zones: { id: string; label: LocalText }[];
  /** Resolves when the receipt came; a refusal is shown by the console itself. */
  send(name: string, data: object, more?: { for?: string }): Promise<boolean>;
}

/** The projector's screen of an activity: it only shows. */
export type ProjectorProps<View> = ScreenProps<View>;
