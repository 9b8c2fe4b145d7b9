import type { Translate } from "../texts";
import type { BallotView } from "../views";

/** Says to the room that the vote is secret, and whether there is a result to show. */
export const Secret = ({ ballots, t }: { ballots: BallotView; t: Translate }) => (
  <span>{t(ballots.counted ? ballots.tooFew + ballots.tooClose > 0 ? "screen.secret.withheld" : "screen.secret.counted" : "screen.secret.waits")}</span>
);
