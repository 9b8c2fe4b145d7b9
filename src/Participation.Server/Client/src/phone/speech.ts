import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Loaders, Translate } from "../texts";
import type { Language, LocalText } from "../views";

/** The language of this phone and how to speak it. */
export interface Speech {
  language: Language;
  t: Translate;
  say: (text: LocalText | undefined) => string;
  speak: (language: Language) => void;
}

/** The texts that this page speaks: what comes later joins them, so that another language brings all of it. */
export const areas: Loaders[] = [];

export const SpeechContext = createContext<Speech>(undefined as unknown as Speech);
export const useSpeech = (): Speech => useContext(SpeechContext);
