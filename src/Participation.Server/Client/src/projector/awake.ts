import { useEffect } from "preact/hooks";

/** The machine of a wall does not go to sleep while the wall is to be seen, where the browser can prevent it. A page that was out of sight asks again when it comes back. */
export function useAwake(on: boolean): void {
  useEffect(() => {
    if (!on || !navigator.wakeLock) return;
    let over = false;
    let lock: WakeLockSentinel | undefined;
    const hold = () => {
      if (document.visibilityState !== "visible") return;
      // Refused on a battery that runs low, or by who administers the machine: then it sleeps, as without.
      void navigator.wakeLock.request("screen").then(held => {
        if (over) void held.release();
        else lock = held;
      }, () => {});
    };
    hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, [on]);
}
