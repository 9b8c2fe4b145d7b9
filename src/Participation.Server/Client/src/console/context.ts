import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { WallLive } from "../steering";
import type { Translate } from "../texts";
import type { Board, Language, LocalText, SessionView } from "../views";
import type { Name } from "./acts";

/** What every part of a running console needs. */
export interface Desk {
  session: string;
  live: WallLive;
  view: SessionView;
  board: Board;
  here?: number;
  connected: boolean;
  language: Language;
  t: Translate;
  say: (text: LocalText | undefined) => string;
  /** True: it was done. A refusal is shown by the console itself. */
  act: (name: Name, data?: object, more?: { item?: string; for?: string }) => Promise<boolean>;
}

export const DeskContext = createContext<Desk>(null!);
export const useDesk = (): Desk => useContext(DeskContext);
