import { useEffect, useState } from "preact/hooks";
import { byMinute, rush } from "./arrivals";
import { Confirm } from "./Confirm";
import { useDesk } from "./context";
import { Tickets } from "./Tickets";

/** Who comes in, how fast, and what can be done about it. */
export function Entrance() {
  const { board: { lobby }, live, connected, t, act } = useDesk();
  const [, tick] = useState(0);
  const [minutes, setMinutes] = useState(5);
  const [sure, setSure] = useState(false);
  useEffect(() => {
    const each = setInterval(() => tick(n => n + 1), 5_000);
    return () => clearInterval(each);
  }, []);
  const lately = byMinute(lobby.arrivals, live.now());
  const most = Math.max(1, ...lately);
  return (
    <section class="entrance" aria-label={t("console.entrance")}>
      <h3>{t("console.entrance")}</h3>
      <p class="facts">
        <span class="tag">{t(`console.admission-${lobby.admission}`)}</span>
        {lobby.locked && <span class="tag strong">{t("console.entrance-locked")}</span>}
        {lobby.approves && <span class="tag">{t("console.entrance-approves")}</span>}
        <span>{t("console.arrivals", { n: lately[lately.length - 1]!, all: lately.reduce((a, b) => a + b, 0) })}</span>
        <span class="spark" aria-hidden="true">{lately.map((n, at) => <i key={at} style={{ height: `${Math.round((n / most) * 100)}%` }} />)}</span>
      </p>
      <p class="entrance-acts">
        <button type="button" disabled={!connected} onClick={() => void act(lobby.locked ? "session.unlock" : "session.lock")}>{t(lobby.locked ? "console.unlock-entrance" : "console.lock-entrance")}</button>
        <button type="button" disabled={!connected} onClick={() => void act("session.approve", { on: !lobby.approves })}>{t(lobby.approves ? "console.approve-off" : "console.approve-on")}</button>
        {lobby.waiting > 0 && <button type="button" class="primary" disabled={!connected} onClick={() => void act("session.admit")}>{t("console.admit-all", { n: lobby.waiting })}</button>}
      </p>
      <p class="entrance-acts">
        <label>{t("console.flood-minutes")} <input type="number" class="numeral" min={1} max={600} value={minutes} onInput={e => setMinutes(e.currentTarget.valueAsNumber)} /></label>
        <button type="button" disabled={!connected || !(minutes >= 1)} onClick={() => setSure(true)}>{t("console.remove-flood")}</button>
      </p>
      {sure && <Confirm title={t("console.remove-flood")} text={t("console.remove-flood-text", { n: minutes })} yes={t("console.remove-flood")} onYes={() => void act("session.remove-flood", { minutes })} onClose={() => setSure(false)} />}
      <Tickets />
    </section>
  );
}

/** What asks for the facilitator's eye: many at once, or people who wait. */
export function EntranceNotice({ open }: { open: () => void }) {
  const { board: { lobby }, live, t } = useDesk();
  const many = lobby.locked ? undefined : rush(lobby.arrivals, live.now());
  if (!many && lobby.waiting === 0) return null;
  return (
    <p class="notice entrance-notice" role="status">
      <span>{many ? t("console.rush", { n: many }) : t("console.waiting-n", { n: lobby.waiting })}</span>
      <button type="button" class="small" onClick={open}>{t("console.entrance")}</button>
    </p>
  );
}
