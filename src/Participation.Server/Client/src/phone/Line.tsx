import { useEffect, useState } from "preact/hooks";
import type { Standing } from "../session";
import { type Room, useOutbox } from "./room";
import { useSpeech } from "./speech";
import "./line.css";

const marks = { here: "●", connecting: "○", away: "△", gone: "" };

/** The state of the network and of what is not sent yet, in plain words. */
export function Line({ room, standing }: { room: Room; standing: Standing }) {
  const { t, say } = useSpeech();
  const waits = useOutbox(room.outbox).filter(x => x.received === undefined && !x.refused);
  const unsent = waits.length;
  const received = useFlash(useOutbox(room.outbox).filter(x => x.received !== undefined).length);
  const { contact } = standing;
  if (contact === "gone") return null;
  const waiting = room.outbox.waiting;
  const sent = unsent === 0 ? (received && contact === "here" ? t("phone.state.received") : "")
    : contact === "here" && !waiting ? t("phone.line.sending", { n: unsent })
    : room.outbox.unkept ? t("phone.line.unkept") : t("phone.line.kept", { n: unsent });
  return (
    <div class={`network ${contact}`}>
      <div>
        <p><span aria-hidden="true" class="mark">{marks[contact]}</span> {t(`phone.line.${contact}`)}</p>
        {sent && <p class="sent">{sent}</p>}
        {contact === "away" && <p class="hint">{t("phone.line.away-hint")}</p>}
        {waits.some(x => x.again) && <p class="hint">{t("phone.line.again")}</p>}
        {waiting && unsent > 0 && contact === "here" && <p class="hint">{say(waiting.text)}</p>}
      </div>
      {contact === "away" && <button class="button" onClick={() => room.live.retryNow()}>{t("phone.line.retry")}</button>}
    </div>
  );
}

/** True for a while after the number grew. */
function useFlash(n: number): boolean {
  const [state, set] = useState({ n, on: false });
  if (n !== state.n) set({ n, on: n > state.n });
  useEffect(() => {
    if (!state.on) return;
    const over = setTimeout(() => set(x => ({ ...x, on: false })), 4_000);
    return () => clearTimeout(over);
  }, [state]);
  return state.on;
}
