import { useState } from "preact/hooks";
import type { EntryProps } from "@client/activity";
import type { IdeasView, Kind } from "@client/views";

/** Writes down an idea for somebody without a phone. The text stays until it was taken. */
export function Entry({ view, t, say, zones, give }: EntryProps<IdeasView>) {
  const [text, setText] = useState("");
  const [kind, setKind] = useState<Kind | undefined>(view.kinds[0]);
  const [category, setCategory] = useState("");
  const [zone, setZone] = useState("");
  const [place, setPlace] = useState("");
  const submit = async (e: Event) => {
    e.preventDefault();
    const data = { text: text.trim(), ...(kind && { kind }), ...(category && { category }), ...(zone && { zone }), ...(place.trim() && { place: place.trim() }) };
    if (await give("ideas.give", data)) {
      setText("");
      setPlace("");
    }
  };
  return (
    <form class="form" onSubmit={submit}>
      <label>
        {t("ideas.entry-text")}
        <textarea rows={4} required value={text} dir="auto" onInput={e => setText(e.currentTarget.value)} />
        <span class="note">{t("ideas.entry-limit", { limit: view.limit })}</span>
      </label>
      {view.kinds.length > 1 && (
        <fieldset>
          <legend>{t("ideas.entry-kind")}</legend>
          {view.kinds.map(x => (
            <label class="check" key={x}>
              <input type="radio" name="entry-kind" checked={x === kind} onChange={() => setKind(x)} />
              {t(`room.kind.${x}`)}
            </label>
          ))}
        </fieldset>
      )}
      {view.categories.length > 0 && (
        <label>
          {t("ideas.console-category")}
          <select value={category} onChange={e => setCategory(e.currentTarget.value)}>
            <option value="">{t("console.unknown")}</option>
            {view.categories.map(x => <option key={x.id} value={x.id}>{say(x.label)}</option>)}
          </select>
        </label>
      )}
      {view.askZone && (
        <label>
          {t("console.zone")}
          <select value={zone} onChange={e => setZone(e.currentTarget.value)}>
            <option value="">{t("console.unknown")}</option>
            {zones.map(x => <option key={x.id} value={x.id}>{say(x.label)}</option>)}
          </select>
        </label>
      )}
      {view.askPlace && <label>{t("ideas.entry-place")}<input value={place} onInput={e => setPlace(e.currentTarget.value)} /></label>}
      <button type="submit" class="primary" disabled={!text.trim()}>{t("console.entry-give")}</button>
    </form>
  );
}
