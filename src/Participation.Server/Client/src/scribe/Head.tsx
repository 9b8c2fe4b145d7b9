import { Switches } from "../console/Switches";
import type { Standing } from "../session";
import type { Room } from "../phone/room";
import { useSpeech } from "../phone/speech";
import { Clock } from "../ui/Clock";
import { Own } from "../ui/Own";
import type { Language } from "../views";

/** Which session, whose table, which step, how much time. */
export function Head({ room, standing: { whole } }: { room: Room; standing: Standing }) {
  const { language, t, say, speak } = useSpeech();
  const view = whole?.view;
  const table = view?.guestBook?.tables.find(x => x.id === whole?.you.table)?.name;
  const running = view?.status === "live" && view.position > 0;
  return (
    <header class="scribe-head">
      <div>
        <p class="note">{t("scribe.title")}{table && <> · <Own text={t("console.at-table", { table })} /></>}{running && ` · ${t("room.step", { position: view.position, steps: view.steps })}`}{view?.code && view.status !== "closed" && <> · {t("console.code")} <b class="code">{view.code}</b></>}</p>
        <h1>{view ? say(view.title) : t("scribe.title")}</h1>
      </div>
      {running && <Clock live={room.live} timer={view.timer} t={t} />}
      <Switches language={language} setLanguage={next => speak(next as Language)} t={t} />
    </header>
  );
}
