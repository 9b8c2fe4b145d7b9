import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Live } from "../session";
import type { Translate } from "../texts";
import type { OnWall } from "../steering";
import type { InstitutionView, LocalText, SessionView } from "../views";

/** What every page of the wall shows around its own matter. */
export interface Wall {
  session: string;
  view: SessionView;
  live: Live;
  here?: number;
  address: string;
  institution?: InstitutionView;
  /** At what time the server stopped answering, empty where nobody knows on which clock; the page then shows its last state. */
  away?: string;
  t: Translate;
  say: (text: LocalText | undefined) => string;
  onKeys: () => void;
  /** What is shown now, as pages name it: the step, its round, and whether its results are open. */
  step: string;
  /** Which page of it, and what lies over it. */
  on: OnWall;
  show: (on: OnWall) => void;
  /** A wall in small says which page of how many this is. */
  paged?: (at: number, count: number) => void;
}

const Context = createContext<Wall | undefined>(undefined);

export const WallProvider = Context.Provider;

/** The wall that this page hangs on. */
export const useWall = (): Wall => useContext(Context)!;
