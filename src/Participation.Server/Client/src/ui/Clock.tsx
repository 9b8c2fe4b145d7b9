import type { Live } from "../session";
import type { Translate } from "../texts";
import type { Timer } from "../views";
import { useSecondsLeft } from "./hooks";

const minutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** The countdown. Its last ten seconds are told by weight and colour, its end by a word. */
export function Clock({ live, timer, t }: { live: Live; timer?: Timer; t: Translate }) {
  const left = useSecondsLeft(live, timer);
  if (!timer || left === undefined) return null;
  const stands = !timer.endsAt;
  const state = stands ? "stands" : left === 0 ? "over" : left <= 10 ? "last" : "runs";
  return (
    <p class={`clock numeral ${state}`} role="timer" aria-label={t("screen.timer")}>
      {left === 0 ? t("screen.time-over") : minutes(left)}
      {stands && left > 0 && <small>{t("screen.timer-stands")}</small>}
    </p>
  );
}
