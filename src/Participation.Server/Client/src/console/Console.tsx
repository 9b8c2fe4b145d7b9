import consoleTexts from "virtual:texts/console";
import room from "virtual:texts/room";
import screen from "virtual:texts/screen";
import type { WallLive } from "../steering";
import { choose } from "../texts";
import { useKept } from "../ui/local";
import { useWords } from "../ui/words";
import { Run } from "./Run";
import { Sessions } from "./Sessions";

/** The facilitator's page: all sessions, or one of them. */
export function Console({ session, live }: { session?: string; live?: WallLive }) {
  const [kept, setKept] = useKept("language", "");
  const language = choose(kept, live?.standing.whole?.you.language, navigator.language);
  const words = useWords(language, [room, screen, consoleTexts]);
  if (!words) return null;
  return session && live
    ? <Run session={session} live={live} language={words.language} setLanguage={setKept} words={words} />
    : <Sessions language={words.language} setLanguage={setKept} words={words} />;
}
