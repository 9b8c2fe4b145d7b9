import { useId } from "preact/hooks";
import { dawn, dayOf, useZone } from "../ui/moment";
import { useDesk } from "./context";

/** Until when the words of this session are kept: the day as phones tell it, on the clock of the session and not of this browser. */
export function Keeping() {
  const { view, t, act, connected } = useDesk();
  const id = useId();
  const zone = useZone(connected);
  const keep = (day: string) => void (day && zone && act("session.keep-until", { until: dawn(day, zone) }));
  return (
    <section>
      <label for={id}>{t("console.keep-until")}</label>{" "}
      <input id={id} type="date" max="9999-12-31" disabled={!zone} value={view.keepUntil && zone ? dayOf(view.keepUntil, zone) : ""} onChange={e => keep(e.currentTarget.value)} />
      <p class="note">{t("console.keep-hint")}</p>
    </section>
  );
}
