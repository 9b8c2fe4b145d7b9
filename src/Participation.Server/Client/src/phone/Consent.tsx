import { useState } from "preact/hooks";
import { shelf } from "../store";
import { Choose } from "../ui/Choose";
import { type Answers, type Door, join, joining, type Refused, Trouble, type Way } from "./door";
import { Bare } from "./Frame";
import { persist } from "./persist";
import { useSpeech } from "./speech";

/** What will be done with what one says, then the few questions that may stay open, then in. */
export function Consent({ door, way, onSeated }: { door: Door; way: Way; onSeated: (answers: Answers) => void }) {
  const { t, say, language } = useSpeech();
  const [answers, setAnswers] = useState<Omit<Answers, "language">>({});
  const [state, setState] = useState("phone.door.join");
  const [wrong, setWrong] = useState<string>();
  const { types, zones } = door.questions;
  const tables = door.tables.map(x => ({ id: x.id, label: { en: x.name, it: x.name, de: x.name } }));
  const answer = (more: Partial<Answers>) => setAnswers(old => ({ ...old, ...more }));

  const go = (event: Event) => {
    event.preventDefault();
    if (state === "phone.door.joining") return;
    setState("phone.door.joining");
    setWrong(undefined);
    persist(() => join(way, joining(door.session), { language, ...answers }), error => setWrong(error instanceof Trouble && say(error.text) || t("phone.door.no-answer"))).then(() => onSeated({ language, ...answers }), (error: Refused) => {
      shelf.removeItem("join/" + door.session);
      setState("phone.door.join");
      setWrong(say(error.text) || t("phone.code.unknown"));
    });
  };
  return (
    <Bare>
      <form class="entry" onSubmit={go}>
        <h1>{say(door.title)}</h1>
        <h2 class="eyebrow">{t("phone.door.consent")}</h2>
        {say(door.consent).split(/\n\s*\n/).map(paragraph => <p class="reading">{paragraph}</p>)}
        {types.length + zones.length + tables.length > 0 && (
          <fieldset>
            <legend class="eyebrow">{t("phone.door.about")}</legend>
            <p class="hint">{t("phone.door.optional")}</p>
            {types.length > 0 && <Pick label={t("phone.door.type")} options={types} value={answers.type} onPick={type => answer({ type })} />}
            {zones.length > 0 && <Choose label={t("phone.door.zone")} options={zones} value={answers.zone} onChoose={zone => answer({ zone })} t={t} say={say} />}
            {tables.length > 0 && <Pick label={t("phone.door.table")} options={tables} value={answers.table} onPick={table => answer({ table })} />}
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

function Pick({ label, options, value, onPick }: { label: string; options: Door["questions"]["types"]; value?: string; onPick: (id?: string) => void }) {
  const { t, say } = useSpeech();
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value ?? ""} onChange={event => onPick(event.currentTarget.value || undefined)}>
        <option value="">{t("phone.door.unsaid")}</option>
        {options.map(x => <option key={x.id} value={x.id}>{say(x.label)}</option>)}
      </select>
    </label>
  );
}
