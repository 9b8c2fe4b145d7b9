import type { ComponentChildren } from "preact";
import { Away } from "./states";
import { Foot } from "./Foot";
import { useFit } from "./fit";
import { WallClock } from "./Clock";
import { useWall } from "./wall";

interface Props {
  /** The question while people answer, the finding when there is one. Without it the matter has the whole wall. */
  headline?: ComponentChildren;
  size?: "big" | "small";
  sub?: ComponentChildren;
  /** At the right of the foot: who has answered, what the numbers are of. */
  tell?: ComponentChildren;
  /** The matter shows the time itself. */
  clock?: false;
  /** The institution's colour fills the wall: only for what the room has made. */
  poster?: boolean;
  children?: ComponentChildren;
}

/** A page of the wall: where we are, who is speaking, one clear thing, how to join. */
export function Page({ headline, size, sub, tell, clock, poster, children }: Props) {
  const { view, t, say, away } = useWall();
  const step = view.item && view.status !== "closed";
  const fitted = useFit<HTMLHeadingElement>(`${size} ${clock} ${view.timer?.endsAt} ${headline}`);
  return (
    <div class={poster ? "wall-page is-poster" : "wall-page"}>
      <div class="wall-rule" aria-hidden="true">{Array.from({ length: view.steps }, (_, i) => <i key={i} class={view.status === "closed" || i + 1 < view.position ? "is-done" : i + 1 === view.position ? "is-now" : ""} />)}</div>
      <header class="wall-mast">
        <Sender />
        {step && <span class="wall-step">{t("projector.step", { at: view.position, steps: view.steps })} · {say(view.item!.title)}{view.item!.rounds > 1 && ` · ${t("projector.round", { round: view.item!.round })}`}</span>}
      </header>
      {away !== undefined && <Away since={away} t={t} />}
      <main class="wall-main">
        {headline !== undefined && (
          <div class="wall-head">
            <div>
              <h1 class={size ? `is-${size}` : ""} ref={fitted}>{headline}</h1>
              {sub && <p class="wall-sub">{sub}</p>}
            </div>
            {clock !== false && <WallClock />}
          </div>
        )}
        <div class="wall-body">{children}</div>
      </main>
      <Foot tell={tell} />
    </div>
  );
}

/** Who speaks to the room: the institution with its sign, and what it invited to. */
export function Sender() {
  const { view, say, institution } = useWall();
  return <>
    {institution?.logo && <img class="wall-logo" src="/api/institution/logo" alt="" />}
    {institution?.name && <b>{institution.name}</b>}
    {institution?.name ? <span>{say(view.title)}</span> : <b>{say(view.title)}</b>}
  </>;
}
