import { useState } from "preact/hooks";
import type { EntryProps } from "@client/activity";
import type { DotVoteView } from "@client/views";
import { Own } from "@client/ui/Own";

/** Writes down the dots of somebody without a phone: the whole ballot at once. */
export function Entry({ view, t, say, give }: EntryProps<DotVoteView>) {
  const [dots, setDots] = useState<Record<string, number>>({});
  const used = Object.values(dots).reduce((a, b) => a + b, 0);
  const submit = async (e: Event) => {
    e.preventDefault();
    const ballot = Object.fromEntries(Object.entries(dots).filter(([, n]) => n > 0));
    if (await give("dot-vote.cast", { dots: ballot })) setDots({});
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
            onInput={e => setDots({ ...dots, [x.id]: Math.max(0, Math.round(Number(e.currentTarget.value) || 0)) })}
          />
          <Own text={x.text ?? say(x.label)} />
        </label>
      ))}
      <button type="submit" class="primary" disabled={used === 0 || used > view.budget}>{t("console.entry-give")}</button>
    </form>
  );
}
