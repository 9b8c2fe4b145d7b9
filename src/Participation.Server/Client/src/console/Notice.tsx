import type { Contact } from "../live";
import type { Words } from "../ui/words";
import type { Outcome } from "./acts";

interface Props extends Words { contact: Contact; outcome?: Exclude<Outcome, { done: true }>; dismiss: () => void; retry: () => void }

/** What the facilitator must know now: the connection is lost, or an act was refused and why. */
export function Notice({ contact, outcome, dismiss, retry, t, say }: Props) {
  return (
    <div class="notices" aria-live="polite">
      {contact === "away" && <p class="notice warn">{t("console.away")} <button type="button" class="small" onClick={retry}>{t("console.retry-now")}</button></p>}
      {outcome && (
        <p class="notice">
          {outcome.refused?.code === "session.stale" ? t("console.stale") : outcome.refused ? `${t("console.refused")} ${say(outcome.refused.text)}` : t("console.not-sent")}
          {" "}<button type="button" class="small" onClick={dismiss}>{t("screen.close")}</button>
        </p>
      )}
    </div>
  );
}
