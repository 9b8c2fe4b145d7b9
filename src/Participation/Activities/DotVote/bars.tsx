import type { Translate } from "@client/texts";
import type { LocalText } from "@client/views";
import { longest, type Ranked } from "./rank";
import { Batches, size } from "@client/ui/Batches";
import { useRows } from "@client/ui/rows";
import { Own } from "@client/ui/Own";

interface Props {
  rows: Ranked[];
  t: Translate;
  say: (text: LocalText | undefined) => string;
}

/** Ranked bars, the round before beneath in outline; every bar carries its number. */
export function Bars({ rows, t, say }: Props) {
  const most = longest(rows);
  const row = (x: Ranked) => (
    <li class="dot-vote-row">
      <span class="dot-vote-rank numeral">{x.rank ? `${x.rank}.` : ""}</span>
      <span class="dot-vote-name"><Own text={x.text ?? say(x.label)} /></span>
      <span class="dot-vote-measure">
        {x.dots !== undefined && <span class="dot-vote-bar" style={{ width: `${(100 * x.dots) / most}%` }} />}
        {!!x.before && <span class="dot-vote-bar before" style={{ width: `${(100 * x.before) / most}%` }} />}
      </span>
      <span class="dot-vote-number numeral">
        {x.dots ?? "–"}
        {x.before !== undefined && <small>{t("dot-vote.round-before", { before: x.before })}</small>}
      </span>
    </li>
  );
  const few = useRows(rows.slice(0, size), row, [most, t, say]);
  return rows.length <= size ? <ol class="dot-vote-bars">{few}</ol> : <div class="dot-vote-bars"><Batches items={rows} row={row} inputs={[most, t, say]} by={(_, at) => Math.floor(at / size)} name="dot-vote-bars" ordered /></div>;
}
