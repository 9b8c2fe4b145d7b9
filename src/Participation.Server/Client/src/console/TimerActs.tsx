import { useState } from "preact/hooks";
import { useDesk } from "./context";

/** The timer: with the planned minutes unless others are typed. */
export function TimerActs({ planned }: { planned: number }) {
  const { view: { timer }, t, act } = useDesk();
  const [minutes, setMinutes] = useState<number>();
  const start = () => void act("timer.start", { seconds: Math.round((minutes ?? planned) * 60) });
  return (
    <div role="group" aria-label={t("console.timer")}>
      {timer
        ? (
          <div class="segments">
            <button type="button" onClick={() => void act(timer.endsAt ? "timer.pause" : "timer.resume")}>{t(timer.endsAt ? "console.timer-pause" : "console.timer-resume")}</button>
            <button type="button" onClick={() => void act("timer.add", { seconds: 60 })}>{t("console.timer-add")}</button>
            <button type="button" onClick={() => void act("timer.stop")}>{t("console.timer-stop")}</button>
          </div>
        )
        : (
          <div class="segments">
            <input type="number" class="numeral" min={1} max={600} aria-label={t("console.timer-minutes")} value={minutes ?? planned} onInput={e => setMinutes(Math.max(1, Number(e.currentTarget.value) || planned))} />
            <button type="button" onClick={start}>{t("console.timer-start")}</button>
          </div>
        )}
    </div>
  );
}
