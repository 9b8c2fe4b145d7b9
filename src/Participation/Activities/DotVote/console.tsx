import { useMemo } from "preact/hooks";
import type { ConsoleProps } from "@client/activity";
import type { DotVoteView } from "./views";
import { VoteHead } from "@client/voting/VoteHead";
import { Bars } from "./bars";
import { ranked } from "./rank";
import "./dots.css";
export { Entry } from "./entry";

/** The vote as it stands: the facilitator sees the numbers that the room is not shown yet. */
export default function DotVoteConsole({ view, item, leads, t, say }: ConsoleProps<DotVoteView>) {
  const rows = useMemo(() => ranked(view.options), [view.options]);
  const given = view.options.reduce((sum, x) => sum + (x.dots ?? 0), 0);
  return (
    <>
      <VoteHead view={view} item={item} leads={leads} t={t} say={say}>
        <span>{t("dot-vote.console-rule", { n: view.budget, most: view.maxPerItem })}</span>
        <span>{t("dot-vote.console-voters", { n: view.voters })}</span>
        {view.votersBefore !== undefined && <span>{t("dot-vote.console-rounds", { before: item.round - 1, earlier: view.votersBefore, round: item.round, n: view.voters })}</span>}
        {(item.ballots ? item.ballots.counted : view.revealed || leads) && <span>{t("dot-vote.console-dots", { n: given })}</span>}
      </VoteHead>
      {rows.length === 0 ? <p class="empty">{t("dot-vote.none")}</p> : <Bars rows={rows} t={t} say={say} />}
    </>
  );
}
