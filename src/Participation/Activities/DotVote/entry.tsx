import type { EntryProps } from "@client/activity";
import { whole } from "@client/store";
import type { DotVoteView } from "@client/views";
import { Own } from "@client/ui/Own";

type Dots = Record<string, number>;

/** Writes down the dots of somebody without a phone: the whole ballot at once. The one given last stands in it, to be corrected. */
export function Entry({ view, item, t, say, given, give, useDraft }: EntryProps<DotVoteView>) {
  const draft = useDraft("dots");
  const last = given.filter(x => x.name === "dot-vote.cast").pop()?.data as { dots: Dots } | undefined;
  const dots: Dots = whole<Dots>(draft.text) ?? last?.dots ?? {};
  const used = Object.values(dots).reduce((a, b) => a + b, 0);
  if (item.ballots) return <p class="note">{t("console.secret-by-hand")}</p>;
  const submit = async (e: Event) => {
    e.preventDefault();
    const ballot = Object.fromEntries(Object.entries(dots).filter(([, n]) => n > 0));
    await give("dot-vote.cast", { dots: ballot }, { field: "dots", slot: `dot-vote.cast/${item.id}` });
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
