import { useState } from "preact/hooks";
import { uuid } from "../id";
import { useSettling } from "../press";
import type { Room } from "./room";
import { useSpeech } from "./speech";

/** What is held of this person: until when, a copy of it, and the way to have it erased. */
export function Data({ room, until }: { room: Room; until?: string }) {
  const { t, language } = useSpeech();
  const [asking, ask] = useState(false);
  const settling = useSettling(`${asking}`);
  const [said, setSaid] = useState<string>();
  const erase = () => {
    ask(false);
    // Not through the outbox: it is done while the person looks, or not at all.
    room.live.send({ command: uuid(), name: "session.erase-mine", data: {} }).then(async receipt => {
      if (receipt.refused) throw receipt;
      await room.outbox.forget();
      setSaid("phone.data.done");
    }).catch(() => setSaid("phone.data.failed"));
  };
  return (
    <aside aria-label={t("phone.data")}>
      <details class="data">
        <summary>{t("phone.data")}</summary>
        <p class="hint">{t("phone.data.text")} {until && t("phone.data.until", { date: new Date(until).toLocaleDateString(language === "en" ? "en-GB" : language, { dateStyle: "long" }) })}</p>
        <p><a href={`/api/mine/${room.session}`} download>{t("phone.data.get")}</a></p>
        {asking
          ? (
            <div class={`notice ${settling}`} role="alertdialog" aria-label={t("phone.data.erase")}>
              <p><strong>{t("phone.data.ask")}</strong></p>
              <div class="answers">
                <button class="button" onClick={erase}>{t("phone.data.yes")}</button>
                <button class="button primary" onClick={() => ask(false)}>{t("phone.data.no")}</button>
              </div>
            </div>
          )
          : <button class={`button quiet ${settling}`} onClick={() => ask(true)}>{t("phone.data.erase")}</button>}
        {said && <p role="status">{t(said)}</p>}
      </details>
    </aside>
  );
}
