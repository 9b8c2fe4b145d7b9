import { useState } from "preact/hooks";
import type { AgendaStep } from "../views";
import { Confirm } from "./Confirm";
import { useDesk } from "./context";

/** The secret votes that run or wait for their count, also those of steps that were left and of a session that is closed. */
export function Ballots() {
  const { board } = useDesk();
  return <>{board.agenda.filter(x => x.ballots && (x.ballots.waiting > 0 || x.state === "open")).map(x => <Vote key={x.id} step={x} />)}</>;
}

function Vote({ step }: { step: AgendaStep }) {
  const { view, board, connected, t, say, act } = useDesk();
  const [asking, setAsking] = useState(false);
  const { voters, entitled, waiting, counted, tooFew, tooClose, fewest } = step.ballots!;
  const open = view.status !== "closed" && step.state === "open" && !view.item?.locked;
  const hints = [
    board.people.some(x => x.removed) && t("console.ballots-removed"),
    tooFew > 0 && t("console.ballots-few", { n: tooFew, fewest }),
    tooClose > 0 && t("console.ballots-close", { n: tooClose, fewest }),
  ].filter(x => x).join(" ");
  return (
    <section class="act-group" aria-label={t("console.ballots")}>
      <p class="act-name">{t("console.ballots")}: {say(step.title)}</p>
      <p class="note">{t("console.ballots-voted", { n: voters, entitled })} {t(counted ? "console.ballots-counted" : open ? "console.ballots-open" : "console.ballots-closed")}</p>
      {waiting > 0 && (open
        ? <button type="button" disabled={!connected} onClick={() => void act("step.lock", {}, { item: step.id })}>{t("console.ballots-close-vote")}</button>
        : <button type="button" class="primary" disabled={!connected} onClick={() => setAsking(true)}>{t("console.ballots-count")}</button>)}
      {asking && !counted && <Confirm title={t("console.ballots-count")} text={`${t("console.ballots-confirm", { n: waiting })} ${hints}`} yes={t("console.ballots-count")} onYes={() => void act("step.count", { item: step.id })} onClose={() => setAsking(false)} />}
    </section>
  );
}
