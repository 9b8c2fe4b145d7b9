import { useId } from "preact/hooks";
import { useDesk } from "./context";

/** Until when the words of this session are kept. */
export function Keeping() {
  const { view, t, act } = useDesk();
  const id = useId();
  const keep = (day: string) => void (day && act("session.keep-until", { until: `${day}T00:00:00Z` }));
  return (
    <section>
      <label for={id}>{t("console.keep-until")}</label>{" "}
      <input id={id} type="date" value={view.keepUntil?.slice(0, 10) ?? ""} onChange={e => keep(e.currentTarget.value)} />
      <p class="note">{t("console.keep-hint")}</p>
    </section>
  );
}
