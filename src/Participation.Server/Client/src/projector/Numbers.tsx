import type { ComponentChildren } from "preact";
import { figure } from "../texts";
import { minutes, useClock } from "./Clock";
import { useNumerals } from "./fit";
import { useWall } from "./wall";

interface Props {
  count: number;
  /** What the count is of, in a sentence that goes on from it. */
  said: ComponentChildren;
  more?: ComponentChildren;
  /** People who have answered, of those who are here: one dot a person. */
  answered?: number;
  /** What people do now, and what they see of it. */
  doing: ComponentChildren;
  rule?: ComponentChildren;
}

/** Time and count, as large as the wall allows, while everybody works for themselves. */
export function Numbers({ count, said, more, answered, doing, rule }: Props) {
  const { t, view } = useWall();
  const clock = useClock();
  const fitted = useNumerals<HTMLDivElement>(`${clock?.state} ${said} ${doing} ${more} ${answered} ${view.joined}`);
  const now = (
    <div class={clock ? (clock.state === "last" || clock.state === "up" ? "is-up" : "") : "is-still"}>
      {clock && <span class="wall-huge is-time" role="timer" aria-label={t("screen.timer")}>{minutes(clock.left)}</span>}
      {clock?.state === "up" ? <p><b>{t("screen.time-over")}</b></p> : <p>{doing}</p>}
      {clock?.state === "stopped" ? <p>{t("screen.timer-stands")}</p> : rule && <p>{rule}</p>}
    </div>
  );
  return (
    <div class="wall-two" ref={fitted}>
      {clock && now}
      <div>
        <span class="wall-huge wall-number">{figure(count, t)}</span>
        <p>{said}</p>
        {more && <p>{more}</p>}
        {answered !== undefined && view.joined <= most && <p class="wall-heads" aria-hidden="true">{Array.from({ length: view.joined }, (_, i) => <i key={i} class={i < answered ? "is-in" : ""} />)}</p>}
      </div>
      {!clock && now}
    </div>
  );
}

/** So many dots stay dots; of a larger hall the number alone is clearer. */
const most = 90;
