import consoleTexts from "virtual:texts/console";
import room from "virtual:texts/room";
import screen from "virtual:texts/screen";
import type { Live } from "../live";
import { choose } from "../texts";
import { useKept } from "../ui/local";
import { useWords } from "../ui/words";
import { Enter } from "./Enter";
import { Run } from "./Run";
import { Sessions } from "./Sessions";

/** The facilitator's page: all sessions, one of them, or the way in by a link. */
export function Console({ session, secret, live }: { session?: string; secret?: string; live?: Live }) {
  const [kept, setKept] = useKept("language", "");
  const language = choose(kept, live?.standing.whole?.you.language, navigator.language);
  const words = useWords(language, [room, screen, consoleTexts]);
  if (!words) return null;
  if (secret) return <Enter secret={secret} words={words} />;
  return session && live
    ? <Run session={session} live={live} language={language} setLanguage={setKept} words={words} />
    : <Sessions language={language} setLanguage={setKept} words={words} />;
}
