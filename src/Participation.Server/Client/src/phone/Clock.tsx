import type { Live } from "../session";
import { useSecondsLeft } from "../ui/hooks";
import type { Timer } from "../views";
import { useSpeech } from "./speech";

const last = 10;

/** The time that is left, on the server's clock. The last seconds are said in words and weight, not in colour alone. */
export function Clock({ live, timer }: { live: Live; timer?: Timer }) {
  const { t } = useSpeech();
  const left = useSecondsLeft(live, timer);
  if (!timer || left === undefined) return null;
  const state = left === 0 ? "over" : !timer.endsAt ? "stopped" : left <= last ? "last" : "left";
  return (
    <div class={`clock ${state}`} role="timer">
      <span>{t(`room.time-${state}`)}</span>
      <strong class="numeral" translate={false}>{Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}</strong>
      <progress max={timer.seconds} value={left} aria-hidden="true" />
    </div>
  );
}
