import { useSecondsLeft } from "../ui/hooks";
import { useWall } from "./wall";

export const minutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** The clock is set in reverse for so many seconds: the hall sees that the end is near, without a red light. */
const last = 30;

/** How the clock of the open step stands. */
export function useClock(): { left: number; state: "runs" | "last" | "up" | "stopped" } | undefined {
  const { live, view } = useWall();
  const left = useSecondsLeft(live, view.timer);
  if (!view.timer || left === undefined) return undefined;
  return { left, state: left === 0 ? "up" : !view.timer.endsAt ? "stopped" : left <= last ? "last" : "runs" };
}

/** The time left, beside the headline. */
export function WallClock() {
  const { t } = useWall();
  const clock = useClock();
  if (!clock) return null;
  const words = clock.state === "up" ? undefined : t(clock.state === "stopped" ? "projector.clock-stopped" : "projector.clock-left");
  return (
    <p class={`wall-clock is-${clock.state}`} role="timer" aria-label={t("screen.timer")}>
      {words && <small>{words}</small>}
      {clock.state === "up" ? t("screen.time-over") : minutes(clock.left)}
    </p>
  );
}
