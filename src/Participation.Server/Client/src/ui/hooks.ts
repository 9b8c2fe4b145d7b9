import { useEffect, useState } from "preact/hooks";
import type { Live, Standing } from "../session";

/** The standing of a live connection, as state of a component. */
export function useLive(live: Live): Standing {
  const [standing, set] = useState(live.standing);
  useEffect(() => {
    set(live.standing);
    return live.watch(set);
  }, [live]);
  return standing;
}

/** Whole seconds left of a timer, on the server's clock; undefined without one. */
export function useSecondsLeft(live: Live, timer?: { endsAt?: string; left?: number }): number | undefined {
  const left = () => (timer?.endsAt ? Math.max(0, Math.ceil((Date.parse(timer.endsAt) - live.now()) / 1000)) : timer?.left);
  const [, tick] = useState<number>();
  useEffect(() => {
    if (!timer?.endsAt) return;
    const each = setInterval(() => tick(left()), 250);
    return () => clearInterval(each);
  }, [timer?.endsAt]);
  return left();
}
