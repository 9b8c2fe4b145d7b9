import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Live } from "../live";
import type { Translate } from "../texts";
import type { InstitutionView, LocalText, SessionView } from "../views";

/** What every page of the wall shows around its own matter. */
export interface Wall {
  session: string;
  view: SessionView;
  live: Live;
  here?: number;
  address: string;
  institution?: InstitutionView;
  /** Since when the server has not answered; the page then shows its last state. */
  away?: Date;
  t: Translate;
  say: (text: LocalText | undefined) => string;
  onKeys: () => void;
}

const Context = createContext<Wall | undefined>(undefined);

export const WallProvider = Context.Provider;

/** The wall that this page hangs on. */
export const useWall = (): Wall => useContext(Context)!;
