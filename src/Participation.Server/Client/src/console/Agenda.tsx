import { useEffect, useState } from "preact/hooks";
import { clock, useZone } from "../ui/moment";
import type { AgendaStep } from "../views";
import { useDesk } from "./context";
import { FoldButton } from "./FoldButton";
import type { Fold } from "./folds";
import { forecast, taken } from "./minutes";

/** The run of show: planned and actual minutes, and when it will end at this pace. Folded, the steps by number. */
export function Agenda({ fold }: { fold: Fold }) {
  const { live, board, language, t } = useDesk();
  const [, tick] = useState(0);
  const zone = useZone();
  useEffect(() => {
    const each = setInterval(() => tick(n => n + 1), 10_000);
    return () => clearInterval(each);
  }, []);
  const now = live.now();
  const ends = forecast(board.agenda, now);
  return (
    <nav class={fold.folded ? "agenda is-folded" : "agenda"} aria-label={t("console.agenda")} tabIndex={0}>
      <div class="fold-head">{!fold.folded && <h2>{t("console.agenda")}</h2>}<FoldButton fold={fold} name={t("console.agenda")} at="start" /></div>
      <ol>{board.agenda.map((x, i) => <Step key={x.id} step={x} at={i + 1} now={now} folded={fold.folded} />)}</ol>
      {!fold.folded && <p class="forecast numeral">
        {ends
          ? <>{t("console.ends", { time: clock(ends.end, language, zone) })}<b>{ends.late > 0 ? t("console.late", { n: ends.late }) : ends.late < 0 ? t("console.early", { n: -ends.late }) : t("console.on-time")}</b></>
          : t("console.planned-sum", { minutes: board.agenda.reduce((sum, x) => sum + x.minutes, 0) })}
      </p>}
    </nav>
  );
}

function Step({ step: x, at, now, folded }: { step: AgendaStep; at: number; now: number; folded: boolean }) {
  const { view, connected, t, say, act } = useDesk();
  const spent = taken(x, now);
  const over = spent !== undefined && Math.floor(spent) > x.minutes;
  const open = view.status === "live" && x.state !== "open" && connected;
  if (folded) return <li class={`step is-${x.state}`} aria-current={x.state === "open" ? "step" : undefined} title={say(x.title)}><span class="numeral">{at}</span><span class="unseen">{say(x.title)}</span></li>;
  return (
    <li class={`step is-${x.state}`} aria-current={x.state === "open" ? "step" : undefined}>
      <span class="numeral">{x.state === "done" ? "✓" : at}</span>
      <div>
        <p class="step-title">{say(x.title)}</p>
        <p class="step-facts numeral">
          <span>{say(x.kindName)}</span>
          <span class={over ? "over" : ""}>{spent === undefined ? t("console.minutes", { minutes: x.minutes }) : t("console.minutes-of", { taken: Math.floor(spent), minutes: x.minutes })}</span>
          {x.takes && x.answered > 0 && <span>n = {x.answered}</span>}
        </p>
      </div>
      {open && <button type="button" class="small step-open" aria-label={`${t("console.open-item")}: ${say(x.title)}`} onClick={() => void act("session.open-item", {}, { item: x.id })}>{t("console.open-item")}</button>}
    </li>
  );
}
