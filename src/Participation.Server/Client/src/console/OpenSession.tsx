import { useRef, useState } from "preact/hooks";
import { ask, type Failure } from "../http";
import { languages } from "../texts";
import { useInstitution } from "../ui/institution";
import { Limit } from "../ui/Limit";
import { useKept } from "../ui/local";
import { Unnamed } from "../ui/Unnamed";
import type { Words } from "../ui/words";
import type { Admission, Language, LocalText } from "../views";
import { tablesOf } from "./tables";

export interface WorkshopLine {
  slug: string;
  title: LocalText;
  description: LocalText;
  minutes: number;
  items: number;
  problem?: { file: string; place: string; reason: LocalText | string };
}

interface Props { workshops: WorkshopLine[]; language: Language; words: Words }

/** Opens a session from a workshop: which, in what language, under what title, with which tables. */
export function OpenSession({ workshops, language, words: { t, say } }: Props) {
  const [slug, setSlug] = useState(workshops.find(x => !x.problem)?.slug ?? "");
  const [spoken, setSpoken] = useState<string>(language);
  const [title, setTitle] = useKept("open/title", "");
  const [place, setPlace] = useKept("open/place", "");
  const [tables, setTables] = useKept("open/tables", "");
  const [admission, setAdmission] = useState<Admission>("open");
  const [failure, setFailure] = useState<Failure>();
  const [titled, placed] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const [busy, setBusy] = useState(false);
  const institution = useInstitution();
  const submit = async (e: Event) => {
    e.preventDefault();
    setBusy(true);
    const named = tablesOf(tables);
    const answer = await ask<{ session: string }>("/api/sessions", { workshop: slug, language: spoken, admission, ...(title.trim() && { title: title.trim() }), ...(place.trim() && { place: place.trim() }), ...(named.length > 0 && { tables: named }) });
    if (answer.ok) {
      setTitle("");
      setPlace("");
      setTables("");
      location.href = `/console/${answer.value.session}`;
    } else {
      setBusy(false);
      setFailure(answer.failure);
    }
  };
  return (
    <form class="form" onSubmit={submit}>
      <fieldset>
        <legend>{t("console.workshop")}</legend>
        {workshops.map(x => (
          <label key={x.slug} class={`workshop${x.problem ? " is-broken" : ""}`}>
            <input type="radio" name="workshop" checked={x.slug === slug} disabled={!!x.problem} onChange={() => setSlug(x.slug)} />
            <span>
              <b>{say(x.title) || x.slug}</b>
              {x.problem
                ? <span class="problem">{t("console.workshop-broken")} <code>{x.problem.file}</code> {x.problem.place}: {typeof x.problem.reason === "string" ? x.problem.reason : say(x.problem.reason)}</span>
                : <><span>{say(x.description)}</span><span class="note numeral">{t("console.workshop-size", { n: x.items, minutes: x.minutes })}</span></>}
            </span>
          </label>
        ))}
      </fieldset>
      <label>{t("console.session-title")}<input value={title} ref={titled} dir="auto" onInput={e => setTitle(e.currentTarget.value)} /><span class="note">{t("console.session-title-note")}</span><Limit text={title} limit={140} field={titled} t={t} /></label>
      <label>{t("console.session-place")}<input value={place} ref={placed} dir="auto" onInput={e => setPlace(e.currentTarget.value)} /><span class="note">{t("console.session-place-note")}</span><Limit text={place} limit={140} field={placed} t={t} /></label>
      <label>
        {t("console.session-language")}
        <select value={spoken} onChange={e => setSpoken(e.currentTarget.value)}>
          {Object.entries(languages).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <label>{t("console.tables")}<textarea rows={3} value={tables} dir="auto" onInput={e => setTables(e.currentTarget.value)} /><span class="note">{t("console.tables-note")}</span></label>
      <label>
        {t("console.admission")}
        <select value={admission} onChange={e => setAdmission(e.currentTarget.value as Admission)}>
          {(["open", "approve", "tickets"] as const).map(x => <option key={x} value={x}>{t(`console.admission-${x}`)}</option>)}
        </select>
        <span class="note">{t(`console.admission-${admission}-note`)}</span>
      </label>
      <Unnamed institution={institution} t={t} />
      {failure && <p class="refusal" role="alert">{failure.text ? say(failure.text) : t("console.not-sent")}</p>}
      <button type="submit" class="primary" disabled={!slug || busy}>{t("console.open-session")}</button>
    </form>
  );
}
