import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ask, type Answer, type Failure } from "../http";
import { Limit } from "../ui/Limit";
import type { Words } from "../ui/words";

interface FormProps {
  words: Words;
  action: string;
  /** What the button starts; its failure is said below the fields, and nothing that was typed is lost. */
  send: () => Promise<Answer<unknown>>;
  done: (value: unknown) => void;
  children?: ComponentChildren;
}

/** A short form with one button. */
export function Form({ words: { t, say }, action, send, done, children }: FormProps) {
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const submit = async (e: Event) => {
    e.preventDefault();
    setBusy(true);
    setFailure(undefined);
    const answer = await send();
    setBusy(false);
    if (answer.ok) done(answer.value);
    else setFailure(answer.failure);
  };
  return (
    <form class="form" onSubmit={submit}>
      {children}
      {failure && <p class="refusal" role="alert">{failure.text ? say(failure.text) : t("console.not-sent")}</p>}
      <button type="submit" class="primary" disabled={busy}>{action}</button>
    </form>
  );
}

interface FieldProps { words: Words; label: string; note?: string; value: string; set: (value: string) => void; complete?: string; first?: boolean; digits?: boolean }

export function Field({ words: { t }, label, note, value, set, complete, first, digits }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (first) field.current?.focus(); }, []);
  return (
    <label>
      {label}
      <input ref={field} value={value} dir="auto" required autocomplete={complete} autocapitalize="none" spellcheck={false} inputMode={digits ? "numeric" : "text"} onInput={e => set(e.currentTarget.value)} />
      {note && <span class="note">{note}</span>}
      <Limit text={value} limit={digits ? 12 : 60} field={field} t={t} />
    </label>
  );
}

/** A password, which may be looked at: typed once and seen is safer than typed blindly twice. */
export function Password({ words: { t }, label, note, value, set, fresh, first }: { fresh?: boolean } & Omit<FieldProps, "complete" | "digits">) {
  const [shown, setShown] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => { if (first) field.current?.focus(); }, []);
  return (
    <div class="password">
      <label for={id}>{label}</label>
      <span class="inline">
        <input id={id} ref={field} {...(shown ? { type: "text" as const } : { type: "password" as const })} value={value} required autocomplete={fresh ? "new-password" : "current-password"} autocapitalize="none" spellcheck={false}
          aria-describedby={note && `${id}-note`} onInput={e => set(e.currentTarget.value)} />
        <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>{t("account.show")}</button>
      </span>
      {note && <span class="note" id={`${id}-note`}>{note}</span>}
      <Limit text={value} limit={256} field={field} t={t} />
    </div>
  );
}

/** Something that the page asks for when it opens; `again` asks once more. Who is not signed in goes to the door, and comes back. */
export function useAsked<T>(path: string): { value?: T; failure?: Failure; again: () => void } {
  const [value, set] = useState<T>();
  const [failure, setFailure] = useState<Failure>();
  const again = () => void ask<T>(path).then(x => {
    if (x.ok) set(x.value);
    else if (x.failure.code === "sign-in.none") location.replace(`/sign-in?to=${encodeURIComponent(location.pathname)}`);
    else setFailure(x.failure);
  });
  useEffect(again, [path]);
  return { value, failure, again };
}

/** What could not be had, in the server's words or the house's. */
export const Missing = ({ failure, words: { t, say } }: { failure: Failure; words: Words }) =>
  <p class="refusal" role="alert">{failure.text ? say(failure.text) : t("console.no-server-text")}</p>;
