import type { EntryProps } from "@client/activity";
import type { OpinionsView } from "./views";
import { GradesEntry } from "@client/voting/entries";
import { before } from "./before";

/** Takes down the answers of somebody without a phone, and a statement of their own. */
export function Entry({ view, useDraft, ...all }: EntryProps<OpinionsView>) {
  const { t, give } = all;
  const draft = useDraft("statement");
  const words = draft.text.trim();
  const add = (e: Event) => {
    e.preventDefault();
    void give("opinions.add", { text: words }, { field: "statement", text: words });
  };
  return (
    <div class="form">
      {view.mayAdd && (
        <form class="form" onSubmit={add}>
          <label>{t("opinions.entry-text")}<textarea rows={2} value={draft.text} dir="auto" onInput={e => draft.write(e.currentTarget.value)} /></label>
          <button type="submit" disabled={!words}>{t("console.entry-give")}</button>
        </form>
      )}
      <GradesEntry {...all} subjects={view.rows.filter(x => x.status === "shown")} before={before} grades={["agree", "disagree", "pass"]} label={x => t(`opinions.${x}`)} />
    </div>
  );
}
