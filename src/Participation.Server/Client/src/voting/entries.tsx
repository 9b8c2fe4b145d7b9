import type { Draft, EntryProps } from "../activity";
import { whole } from "../store";
import { Own } from "../ui/Own";
import type { LocalText } from "../views";
import { amountsOf, type Amounts, ballots, type Before, cast, choicesOf, sum } from "./ballots";
import "./voting.css";

interface Subject { id: string; text?: string; label?: LocalText }

type Form = Pick<EntryProps<unknown>, "item" | "t" | "say" | "given" | "give"> & { subjects: readonly Subject[]; before: Before };

/** Writes down how somebody without a phone spreads a budget: the whole ballot at once. The one given last stands in it, to be corrected. */
export function AmountsEntry({ item, t, say, given, give, subjects, before, draft, budget, most, left }: Form & { draft: Draft; budget: number; most: number; left: (n: number) => string }) {
  const amounts = whole<Amounts>(draft.text) ?? amountsOf(ballots(given, before).pop()?.choices ?? []);
  const rest = budget - sum(amounts);
  if (item.ballots) return <p class="note">{t("console.secret-by-hand")}</p>;
  const submit = async (e: Event) => {
    e.preventDefault();
    await cast(give, item, { paper: "", choices: choicesOf(amounts) }, { field: "dots" });
  };
  return (
    <form class="form" onSubmit={submit}>
      <p aria-live="polite">{left(rest)}</p>
      {subjects.map(x => (
        <label class="row" key={x.id}>
          <input type="number" class="numeral" min={0} max={Math.min(most, rest + (amounts[x.id] ?? 0))} value={amounts[x.id] ?? 0}
            onInput={e => draft.write(JSON.stringify({ ...amounts, [x.id]: Math.max(0, Math.round(Number(e.currentTarget.value) || 0)) }))} />
          <Own text={x.text ?? say(x.label)} />
        </label>
      ))}
      <button type="submit" class="primary" disabled={draft.text === "" || rest < 0}>{t("console.entry-give")}</button>
    </form>
  );
}

/** Takes down the grades of somebody without a phone, subject by subject. */
export function GradesEntry({ item, t, say, given, give, subjects, before, grades, label }: Form & { grades: readonly string[]; label: (grade: string) => string }) {
  const voted = new Map(ballots(given, before).map(x => [x.paper, x.choices[0]]));
  if (item.ballots) return <p class="note">{t("console.secret-by-hand")}</p>;
  return (
    <>
      {subjects.map(x => (
        <fieldset key={x.id} class="voting-entry">
          <legend><Own text={x.text ?? say(x.label)} /></legend>
          {grades.map(grade => (
            <button key={grade} type="button" aria-pressed={voted.get(x.id) === grade} onClick={() => void cast(give, item, { paper: x.id, choices: [grade] })}>{label(grade)}</button>
          ))}
        </fieldset>
      ))}
    </>
  );
}
