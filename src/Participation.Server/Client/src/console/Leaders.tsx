import { useEffect, useState } from "preact/hooks";
import { ask } from "../http";
import { moment, useZone } from "../ui/moment";
import type { LeaderRow } from "../views";
import { useDesk } from "./context";

/** Who leads by a link; whoever leads by their account takes it back here. Others are not told, and see nothing. */
export function Leaders() {
  const { session, language, t } = useDesk();
  const [leaders, setLeaders] = useState<LeaderRow[]>([]);
  const zone = useZone();
  const again = () => void ask<LeaderRow[]>(`/api/sessions/${session}/leaders`).then(x => setLeaders(x.ok ? x.value : []));
  useEffect(again, [session]);
  if (leaders.length === 0) return null;
  const since = (x: LeaderRow) => t("console.leader-since", { time: moment(x.since, language, zone) });
  return (
    <section aria-labelledby="leaders">
      <h3 id="leaders">{t("console.leaders")}</h3>
      <ul>
        {leaders.map(x => (
          <li key={x.id}>
            <span>{since(x)}</span>
            <span class="note">{x.here && t("console.leader-here")}</span>
            <button type="button" aria-label={`${t("console.leader-end")}, ${since(x)}`} onClick={() => void ask(`/api/sessions/${session}/leaders/${x.id}/end`, {}).then(again)}>{t("console.leader-end")}</button>
          </li>
        ))}
      </ul>
      <p class="note">{t("console.leaders-note")}</p>
    </section>
  );
}
