import type { Translate } from "@client/texts";
import type { OpinionRow } from "./views";
import { Stacked } from "@client/voting/Stacked";
import { cast } from "./order";
import { scale } from "./scale";

/** One statement's votes as a stacked bar; each part is told by its place, pattern and number, not by colour alone. */
export function Stack({ row, t, revealed }: { row: OpinionRow; t: Translate; /** What is not told then is told never: a secret vote would say what single people chose. */ revealed: boolean }) {
  const all = cast(row);
  if (row.agree === undefined) return <span class="opinions-stack empty">{t(revealed ? "opinions.not-reported" : "opinions.hidden")}</span>;
  return (
    <span class="opinions-stack">
      <Stacked scale={scale} of={{ ...row }} />
      <span class="opinions-numbers numeral">
        {scale.map(({ id }) => <span key={id}>{t(`opinions.${id}`)} <b>{row[id] ?? 0}</b></span>)}
        <span class="all">n = {all}</span>
      </span>
    </span>
  );
}
