import consoleTexts from "virtual:texts/console";
import room from "virtual:texts/room";
import screen from "virtual:texts/screen";
import type { Live } from "../live";
import { choose } from "../texts";
import { useKept } from "../ui/local";
import { useWords } from "../ui/words";
import { Run } from "./Run";
import { Scribe } from "./Scribe";
import { Sessions } from "./Sessions";

interface Props { session?: string; live?: Live; role: "facilitator" | "scribe" }

/** The page of facilitators and scribes: all sessions, or one of them. */
export function Console({ session, live, role }: Props) {
  const [kept, setKept] = useKept("language", "");
  const language = choose(kept, live?.standing.whole?.you.language, navigator.language);
  const words = useWords(language, [room, screen, consoleTexts]);
  if (!words) return null;
  const page = { language, setLanguage: setKept, words };
  if (!session || !live) return <Sessions {...page} />;
  return role === "scribe" ? <Scribe session={session} live={live} {...page} /> : <Run session={session} live={live} {...page} />;
}
