import { useEffect, useMemo } from "preact/hooks";
import consoleTexts from "virtual:texts/console";
import phone from "virtual:texts/phone";
import roomTexts from "virtual:texts/room";
import scribe from "virtual:texts/scribe";
import screen from "virtual:texts/screen";
import { Announcer } from "../phone/Announcer";
import { Line } from "../phone/Line";
import type { Room } from "../phone/room";
import { SpeechContext, type Speech } from "../phone/speech";
import { choose } from "../texts";
import { useLive } from "../ui/hooks";
import { useKept } from "../ui/local";
import { useWords } from "../ui/words";
import type { Language } from "../views";
import { Head } from "./Head";
import { Stage } from "./Stage";
import { ownWords } from "./words";

/** A scribe's page: writes for people without a phone, and sees what the table gives. */
export function Scribe({ room }: { room: Room }) {
  const standing = useLive(room.live);
  const view = standing.whole?.view;
  const [kept, keep] = useKept("language", "");
  const language = choose(kept, ...navigator.languages, view?.language);
  const words = useWords(language, [roomTexts, screen, phone, consoleTexts, scribe]);
  const speech = useMemo<Speech | undefined>(() => words && { language: words.language, t: ownWords(words.t), say: words.say, speak: (next: Language) => keep(next) }, [words]);
  useEffect(() => { if (view && speech) document.title = `${speech.say(view.title)} · ${speech.t("scribe.title")}`; }, [view?.title, speech]);
  if (!speech) return null;
  return (
    <SpeechContext.Provider value={speech}>
      <div class="scribe">
        <Head room={room} standing={standing} />
        <Stage room={room} standing={standing} />
        <footer class="scribe-foot"><Line room={room} standing={standing} /></footer>
        <Announcer standing={standing} />
      </div>
    </SpeechContext.Provider>
  );
}
