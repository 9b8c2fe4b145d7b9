import type { Translate } from "@client/texts";
import type { OpinionRow } from "@client/views";
import { cast } from "./order";

const sides = ["agree", "pass", "disagree"] as const;

/** One statement's votes as a stacked bar; each part is told by its place, pattern and number, not by colour alone. */
export function Stack({ row, t, revealed }: { row: OpinionRow; t: Translate; /** What is not told then is told never: a secret vote would say what single people chose. */ revealed: boolean }) {
  const all = cast(row);
  if (row.agree === undefined) return <span class="opinions-stack empty">{t(revealed ? "opinions.not-reported" : "opinions.hidden")}</span>;
  return (
    <span class="opinions-stack">
      <span class="opinions-bar" aria-hidden="true">
        {sides.map(x => <span key={x} class={`opinions-part ${x}`} style={{ flexGrow: row[x] ?? 0 }} />)}
      </span>
      <span class="opinions-numbers numeral">
        {sides.map(x => <span key={x} class={x}>{t(`opinions.${x}`)} <b>{row[x] ?? 0}</b></span>)}
        <span class="all">n = {all}</span>
      </span>
    </span>
  );
}
