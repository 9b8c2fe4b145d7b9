import type { EntryProps } from "@client/activity";
import { ballots, cast } from "@client/voting/ballots";
import type { OpinionsView } from "@client/views";
import { Own } from "@client/ui/Own";
import { before } from "./before";

/** Takes down the positions of somebody without a phone, statement by statement, and a statement of their own. */
export function Entry({ view, item, t, say, given, give, useDraft }: EntryProps<OpinionsView>) {
  const draft = useDraft("statement");
  const words = draft.text.trim();
  const voted = new Map(ballots(given, before).map(x => [x.paper, x.choices[0]]));
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
      {item.ballots && <p class="note">{t("console.secret-by-hand")}</p>}
      {!item.ballots && view.rows.filter(x => x.status === "shown").map(x => (
        <fieldset key={x.id} class="opinions-entry">
          <legend><Own text={x.text ?? say(x.label)} /></legend>
          {["agree", "disagree", "pass"].map(side => (
            <button key={side} type="button" aria-pressed={voted.get(x.id) === side} onClick={() => void cast(give, item, { paper: x.id, choices: [side] })}>{t(`opinions.${side}`)}</button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
