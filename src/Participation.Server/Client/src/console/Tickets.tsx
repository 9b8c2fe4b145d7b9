import { useState } from "preact/hooks";
import { useDesk } from "./context";

/** Tickets of which each seats one person: issued, printed, counted. */
export function Tickets() {
  const { session, language, board: { lobby }, connected, t, act } = useDesk();
  const [count, setCount] = useState(30);
  const sheets = Array.from({ length: Math.ceil(lobby.issued / 500) }, (_, n) => n * 500 + 1);
  return (
    <p class="entrance-acts">
      <span>{t("console.tickets-used", { used: lobby.used, issued: lobby.issued })}</span>
      <label>{t("console.tickets-count")} <input type="number" class="numeral" min={1} max={5000} value={count} onInput={e => setCount(e.currentTarget.valueAsNumber)} /></label>
      <button type="button" disabled={!connected || !(count >= 1)} onClick={() => void act("session.issue-tickets", { count })}>{t("console.tickets-issue")}</button>
      {sheets.map(from => <a key={from} href={`/tickets/${session}?from=${from}&language=${language}`} target="_blank" rel="noopener">{t("console.tickets-print", { from, to: Math.min(lobby.issued, from + 499) })}</a>)}
    </p>
  );
}
