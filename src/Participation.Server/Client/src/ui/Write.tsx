import { useEffect, useId, useRef } from "preact/hooks";
import type { Draft } from "../activity";
import { graphemes, tooHeavy } from "../graphemes";
import type { Translate } from "../texts";

interface Props {
  label: string;
  hint?: string;
  button: string;
  limit: number;
  open: boolean;
  draft: Draft;
  onSend: (text: string) => void;
  t: Translate;
  /** It may be sent without a text. */
  blank?: boolean;
  /** Something else in the form is not right yet, and says so. */
  wrong?: boolean;
  children?: preact.ComponentChildren;
}

/** A field to write in, its counter, and the button that gives. What is written stays when the step is closed. */
export function Write({ label, hint, button, limit, open, draft, onSend, t, blank, wrong, children }: Props) {
  const id = useId();
  const text = draft.text.trim();
  const left = limit - graphemes(text);
  const over = left < 0 || tooHeavy(text);
  const near = left <= Math.min(40, limit / 4);
  const latest = useRef<() => void>(undefined);
  latest.current = () => text && !over && draft.leave?.(() => onSend(text));
  useEffect(() => () => latest.current!(), []);
  const send = (event: Event) => {
    event.preventDefault();
    if ((text !== "" || blank) && !over && !wrong && open) onSend(text);
  };
  return (
    <form class="write" onSubmit={send}>
      <div class="field">
        <label for={id}>{label}</label>
        {hint && <p class="hint" id={id + "-hint"}>{hint}</p>}
        <textarea id={id} rows={3} dir="auto" value={draft.text} onInput={event => draft.write(event.currentTarget.value, true)} readOnly={!open}
          aria-describedby={`${hint ? id + "-hint " : ""}${id}-left`} aria-invalid={over} />
        <p id={id + "-left"} class={`counter numeral ${over ? "wrong" : near ? "near" : ""}`}>
          {left < 0 ? t("phone.write.over", { n: -left }) : t("phone.write.left", { n: left })}
        </p>
      </div>
      {children}
      <button class="button primary" disabled={!open || (text === "" && !blank) || over || wrong}>{button}</button>
    </form>
  );
}
