import { useState } from "preact/hooks";
import { shelf } from "../store";
import { type Answers, type Door, join, joining, type Refused, type Stated, Trouble, type Way } from "./door";
import { Bare } from "./Frame";
import { Notice } from "./Notice";
import { persist } from "./persist";
import { asks, Questions } from "./Questions";
import { useSpeech } from "./speech";

/** What will be done with what one says, in two sentences, with the whole notice behind them; then the few questions that may stay open, then in. */
export function Consent({ door, way, onSeated }: { door: Door; way: Way; onSeated: (answers: Answers) => void }) {
  const { t, say, language } = useSpeech();
  const [said, setSaid] = useState<Stated>({});
  const [state, setState] = useState("door.join");
  const [wrong, setWrong] = useState<string>();

  const go = (event: Event) => {
    event.preventDefault();
    if (state === "door.joining") return;
    setState("door.joining");
    setWrong(undefined);
    const answers = { language, ...said };
    persist(() => join(way, joining(door.session), answers), error => setWrong(error instanceof Trouble && say(error.text) || t("phone.door.no-answer"))).then(() => onSeated(answers), (error: Refused) => {
      shelf.removeItem("join/" + door.session);
      setState("door.join");
      setWrong(say(error.text) || t("phone.code.unknown"));
    });
  };
  return (
    <Bare>
      <form class="entry" onSubmit={go}>
        <h1>{say(door.title)}</h1>
        <p>{door.controller ? t("door.notice", { controller: door.controller }) : t("door.notice-unnamed")}</p>
        <Notice door={door} />
        {asks(door) && (
          <fieldset>
            <legend class="eyebrow">{t("door.about")}</legend>
            <p class="hint">{t("door.optional")} {t("door.later")}</p>
            <Questions door={door} said={said} onSay={setSaid} />
          </fieldset>
        )}
        <div class="final">
          {wrong && <p class="wrong" role="alert">{wrong}</p>}
          <button class="button primary">{t(state)}</button>
        </div>
      </form>
    </Bare>
  );
}
