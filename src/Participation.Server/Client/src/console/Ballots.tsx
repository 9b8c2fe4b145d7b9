import { useState } from "preact/hooks";
import type { AgendaStep } from "../views";
import { useDesk } from "./context";
import { Count } from "./Showing";

/** The secret votes that run or wait for their count, also those of steps that were left and of a session that is closed. */
export function Ballots() {
  const { board } = useDesk();
  return <>{board.agenda.filter(x => x.ballots && (x.ballots.waiting > 0 || x.state === "open")).map(x => <Vote key={x.id} step={x} />)}</>;
}

/** How a vote stands. The open step's is led on by the one button among the acts; the others are only counted any more. */
function Vote({ step }: { step: AgendaStep }) {
  const { view, connected, t, say } = useDesk();
  const [asking, setAsking] = useState(false);
  const { voters, entitled, waiting, counted } = step.ballots!;
  const here = view.status !== "closed" && step.state === "open";
  return (
    <section class="act-group" aria-label={t("console.ballots")}>
      <p class="act-name">{t("console.ballots")}: {say(step.title)}</p>
      <p class="note">{t("console.ballots-voted", { n: voters, entitled })} {t(counted ? "console.ballots-counted" : here && !view.item?.locked ? "console.ballots-open" : "console.ballots-closed")}</p>
      {waiting > 0 && !here && <button type="button" class="primary" disabled={!connected} onClick={() => setAsking(true)}>{t("console.ballots-count")}</button>}
      {asking && waiting > 0 && <Count item={step.id} onClose={() => setAsking(false)} />}
    </section>
  );
}
