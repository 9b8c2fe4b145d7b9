import type { EntryProps } from "@client/activity";
import { sorts } from "./sorts";
import type { IdeasView } from "./views";

/** Writes down an idea for somebody without a phone. The text stays until it was taken, over a reload too. */
export function Entry({ view, t, say, zones, give, useDraft }: EntryProps<IdeasView>) {
  const text = useDraft("text");
  const kindDraft = useDraft("kind");
  const category = useDraft("category");
  const zone = useDraft("zone");
  const place = useDraft("place");
  const kind = view.kinds.find(x => x === kindDraft.text) ?? (view.kinds.length === 1 ? view.kinds[0] : undefined);
  const submit = async (e: Event) => {
    e.preventDefault();
    const [words, where] = [text.text.trim(), place.text.trim()];
    const choices = { ...(kind && { kind }), ...(category.text && { category: category.text }), ...(zone.text && { zone: zone.text }) };
    if (await give("contribution.write", { texts: { text: words, ...(where && { place: where }) }, choices }, { field: "text", text: words })) place.write("");
  };
  return (
    <form class="form" onSubmit={submit}>
      <label>
        {t("ideas.entry-text")}
        <textarea rows={4} required value={text.text} dir="auto" onInput={e => text.write(e.currentTarget.value)} />
        <span class="note">{t("ideas.entry-limit", { limit: view.limit })}</span>
      </label>
      {view.kinds.length > 1 && (
        <fieldset>
          <legend>{t("ideas.entry-kind")}</legend>
          {view.kinds.map(x => (
            <label class="check" key={x}>
              <input type="radio" name="entry-kind" checked={x === kind} onClick={() => x === kindDraft.text && kindDraft.write("")} onChange={() => kindDraft.write(x)} />
              {t(sorts[x].label)}
            </label>
          ))}
        </fieldset>
      )}
      {view.categories.length > 0 && (
        <label>
          {t("ideas.console-category")}
          <select value={category.text} onChange={e => category.write(e.currentTarget.value)}>
            <option value="">{t("console.unknown")}</option>
            {view.categories.map(x => <option key={x.id} value={x.id}>{say(x.label)}</option>)}
          </select>
        </label>
      )}
      {view.askZone && (
        <label>
          {t("console.zone")}
          <select value={zone.text} onChange={e => zone.write(e.currentTarget.value)}>
            <option value="">{t("console.unknown")}</option>
            {zones.map(x => <option key={x.id} value={x.id}>{say(x.label)}</option>)}
          </select>
        </label>
      )}
      {view.askPlace && <label>{t("ideas.entry-place")}<input value={place.text} dir="auto" onInput={e => place.write(e.currentTarget.value)} /></label>}
      <button type="submit" class="primary" disabled={!text.text.trim()}>{t("console.entry-give")}</button>
    </form>
  );
}
