import type { EntryProps } from "@client/activity";
import { whole } from "@client/store";
import { amountsOf, type Amounts, ballots, cast, choicesOf, sum } from "@client/voting/ballots";
import type { DotVoteView } from "@client/views";
import { Own } from "@client/ui/Own";
import { before } from "./before";

/** Writes down the dots of somebody without a phone: the whole ballot at once. The one given last stands in it, to be corrected. */
export function Entry({ view, item, t, say, given, give, useDraft }: EntryProps<DotVoteView>) {
  const draft = useDraft("dots");
  const dots = whole<Amounts>(draft.text) ?? amountsOf(ballots(given, before).pop()?.choices ?? []);
  const used = sum(dots);
  if (item.ballots) return <p class="note">{t("console.secret-by-hand")}</p>;
  const submit = async (e: Event) => {
    e.preventDefault();
    await cast(give, item, { paper: "", choices: choicesOf(dots) }, { field: "dots" });
  };
  return (
    <form class="form" onSubmit={submit}>
      <p aria-live="polite">{t("dot-vote.entry-left", { left: view.budget - used, budget: view.budget })}</p>
      {view.options.map(x => (
        <label class="row" key={x.id}>
          <input
            type="number"
            class="numeral"
            min={0}
            max={Math.min(view.maxPerItem, view.budget - used + (dots[x.id] ?? 0))}
            value={dots[x.id] ?? 0}
            onInput={e => draft.write(JSON.stringify({ ...dots, [x.id]: Math.max(0, Math.round(Number(e.currentTarget.value) || 0)) }))}
          />
          <Own text={x.text ?? say(x.label)} />
        </label>
      ))}
      <button type="submit" class="primary" disabled={draft.text === "" || used > view.budget}>{t("console.entry-give")}</button>
    </form>
  );
}
