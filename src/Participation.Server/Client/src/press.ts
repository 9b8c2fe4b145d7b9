import { useEffect, useState } from "preact/hooks";

/** So long after what stands under a finger has changed the finger meant what stood there before (ms). */
const moment = 400;

/** `settling` for a moment after it appeared and whenever `what` has become another: no press inside is taken then. The name of a class. */
export function useSettling(what: string): "settling" | "" {
  const [settled, settle] = useState<string>();
  useEffect(() => {
    const later = setTimeout(settle, moment, what);
    return () => clearTimeout(later);
  }, [what]);
  return settled === what ? "" : "settling";
}

/** A key that is held down presses nothing again, and what has just changed under a finger is not pressed by it. */
export function oneGesture(): void {
  addEventListener("keydown", event => {
    if (event.repeat && event.key === "Enter" && !(event.target as Element).matches("textarea")) event.preventDefault();
  }, true);
  addEventListener("click", event => {
    // A key has no finger that stood there before.
    if (event.detail > 0 && (event.target as Element).closest(".settling")) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);
}
