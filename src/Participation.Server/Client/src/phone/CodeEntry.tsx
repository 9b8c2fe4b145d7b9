import { useEffect, useRef, useState } from "preact/hooks";
import { codeOf, isCode, type Way, wayOf } from "./door";
import { Bare } from "./Frame";
import { useSpeech } from "./speech";

/** Type the code that stands on the screen in the room. */
export function CodeEntry({ typed: before = "", trouble, onWay }: { typed?: string; trouble?: string; onWay: (way: Way) => void }) {
  const { t } = useSpeech();
  const [code, setCode] = useState(before);
  const [short, setShort] = useState(false);
  const wrong = short ? t("phone.code.short") : trouble;

  const field = useRef<HTMLInputElement>(null);
  // A mistyped code stays, ready to be typed over.
  const again = () => {
    field.current!.focus();
    field.current!.select();
  };
  useEffect(() => void (before && again()), []);
  // What stands in the field is what was typed: a keyboard may still be composing it.
  const typed = (text: string) => {
    const link = wayOf(text.trim());
    setShort(false);
    setCode(text);
    if (link) onWay(link);
  };
  const go = (event: Event) => {
    event.preventDefault();
    if (isCode(codeOf(code))) onWay({ code: codeOf(code) });
    else {
      setShort(true);
      again();
    }
  };
  return (
    <Bare>
      <form class="entry" onSubmit={go} noValidate>
        <h1>{t("phone.code.title")}</h1>
        <label for="code">{t("phone.code.label")}</label>
        <input id="code" ref={field} class="code numeral" value={code} onInput={event => (event.isComposing ? setCode : typed)(event.currentTarget.value)}
          onCompositionEnd={event => typed(event.currentTarget.value)}
          autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck={false} inputMode="text" enterkeyhint="go"
          aria-describedby="code-hint" aria-invalid={!!wrong} />
        <p id="code-hint" class={wrong ? "wrong" : "hint"} role={wrong ? "alert" : undefined}>{wrong ?? t("phone.code.hint")}</p>
        <button class="button primary">{t("phone.code.go")}</button>
      </form>
    </Bare>
  );
}
