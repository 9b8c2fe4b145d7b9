import { useState } from "preact/hooks";
import { codeOf, isCode, type Way, wayOf } from "./door";
import { Bare } from "./Frame";
import { useSpeech } from "./speech";

/** Type the code that stands on the screen in the room. */
export function CodeEntry({ trouble, onWay }: { trouble?: string; onWay: (way: Way) => void }) {
  const { t } = useSpeech();
  const [code, setCode] = useState("");
  const [short, setShort] = useState(false);
  const wrong = short ? "phone.code.short" : trouble;

  const typed = (text: string) => {
    const link = wayOf(text.trim());
    setShort(false);
    if (link) onWay(link);
    else setCode(codeOf(text));
  };
  const go = (event: Event) => {
    event.preventDefault();
    if (isCode(code)) onWay({ code });
    else setShort(true);
  };
  return (
    <Bare>
      <form class="entry" onSubmit={go} noValidate>
        <h1>{t("phone.code.title")}</h1>
        <label for="code">{t("phone.code.label")}</label>
        <input id="code" class="code numeral" value={code} onInput={event => typed(event.currentTarget.value)}
          autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck={false} inputMode="text" enterkeyhint="go"
          aria-describedby="code-hint" aria-invalid={!!wrong} />
        <p id="code-hint" class={wrong ? "wrong" : "hint"} role={wrong ? "alert" : undefined}>{t(wrong ?? "phone.code.hint")}</p>
        <button class="button primary">{t("phone.code.go")}</button>
      </form>
    </Bare>
  );
}
