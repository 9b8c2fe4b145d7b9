import consoleTexts from "virtual:texts/console";
import room from "virtual:texts/room";
import screen from "virtual:texts/screen";
import type { Live } from "../live";
import { choose } from "../texts";
import { useKept } from "../ui/local";
import { useWords } from "../ui/words";
import { Enter } from "./Enter";
import { Run } from "./Run";
import { Scribe } from "./Scribe";
import { Sessions } from "./Sessions";

<<<<<<< HEAD
/** The facilitator's page: all sessions, one of them, or the way in by a link. */
export function Console({ session, secret, live }: { session?: string; secret?: string; live?: Live }) {
=======
interface Props { session?: string; link?: string; live?: Live; role: "facilitator" | "scribe" }

/** The page of facilitators and scribes: all sessions, one of them, or the door that a role's link opens. */
export function Console({ session, link, live, role }: Props) {
>>>>>>> e1a0c11 (A role's link takes its seat and leads to its place; a scribe's page for people without a phone)
  const [kept, setKept] = useKept("language", "");
  const language = choose(kept, live?.standing.whole?.you.language, navigator.language);
  const words = useWords(language, [room, screen, consoleTexts]);
  if (!words) return null;
<<<<<<< HEAD
  if (secret) return <Enter secret={secret} words={words} />;
  return session && live
    ? <Run session={session} live={live} language={language} setLanguage={setKept} words={words} />
    : <Sessions language={language} setLanguage={setKept} words={words} />;
=======
  const page = { language, setLanguage: setKept, words };
  if (link) return <Enter link={link} words={words} />;
  if (!session || !live) return <Sessions {...page} />;
  return role === "scribe" ? <Scribe session={session} live={live} {...page} /> : <Run session={session} live={live} {...page} />;
>>>>>>> e1a0c11 (A role's link takes its seat and leads to its place; a scribe's page for people without a phone)
}
