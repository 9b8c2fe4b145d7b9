import { useState } from "preact/hooks";
import type { EntryProps } from "@client/activity";
import type { OpinionsView } from "@client/views";
import { Own } from "@client/ui/Own";

/** Takes down the positions of somebody without a phone, statement by statement, and a statement of their own. */
export function Entry({ view, t, say, give }: EntryProps<OpinionsView>) {
  const [given, setGiven] = useState<Record<string, string>>({});
  const [text, setText] = useState("");
  const vote = async (statement: string, side: string) => {
    if (await give("opinions.vote", { statement, vote: side })) setGiven(x => ({ ...x, [statement]: side }));
  };
  const add = async (e: Event) => {
    e.preventDefault();
    if (await give("opinions.add", { text: text.trim() })) setText("");
  };
  return (
    <div class="form">
      {view.mayAdd && (
        <form class="form" onSubmit={add}>
          <label>{t("opinions.entry-text")}<textarea rows={2} value={text} dir="auto" onInput={e => setText(e.currentTarget.value)} /></label>
          <button type="submit" disabled={!text.trim()}>{t("console.entry-give")}</button>
        </form>
      )}
      {view.rows.filter(x => x.status === "shown").map(x => (
        <fieldset key={x.id} class="opinion-entry">
          <legend><Own text={x.text ?? say(x.label)} /></legend>
          {["agree", "disagree", "pass"].map(side => (
            <button key={side} type="button" aria-pressed={given[x.id] === side} onClick={() => void vote(x.id, side)}>{t(`opinions.${side}`)}</button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
