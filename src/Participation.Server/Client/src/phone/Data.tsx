import { useEffect, useState } from "preact/hooks";
import { uuid } from "../id";
import { useSettling } from "../press";
import { day, useZone } from "../ui/moment";
import { Correct } from "./Correct";
import { type Door, knock } from "./door";
import { Notice } from "./Notice";
import type { Room } from "./room";
import { useSpeech } from "./speech";

interface Props {
  room: Room;
  until?: string;
  /** The session was closed: what was said of oneself stands as it is. */
  over: boolean;
}

/** What is held of this person: until when and by whom, a copy of it, and the ways to correct it and to have it erased. */
export function Data({ room, until, over }: Props) {
  const { t, language } = useSpeech();
  const [asking, ask] = useState(false);
  const settling = useSettling(`${asking}`);
  const [said, setSaid] = useState<string>();
  const [opened, open] = useState(false);
  const [door, setDoor] = useState<Door>();
  const zone = useZone(opened);
  // What this phone remembers of the door may be old: who answers for the data, and what counts as said, is asked anew.
  useEffect(() => void (opened && knock({ session: room.session }).then(setDoor, () => {})), [opened]);
  const erase = () => {
    ask(false);
    // Not through the outbox: it is done while the person looks, or not at all.
    room.live.send({ command: uuid(), name: "session.erase-mine", data: {} }).then(async receipt => {
      if (receipt.refused) throw receipt;
      await room.outbox.forget();
      setDoor(undefined);
      setSaid("door.data.done");
    }).catch(() => setSaid("door.data.failed"));
  };
  return (
    <aside aria-label={t("door.data")}>
      <details class="data" onToggle={event => event.target === event.currentTarget && open(event.currentTarget.open)}>
        <summary>{t("door.data")}</summary>
        <p class="hint">{t("door.data.text")} {until && zone && t("door.data.until", { date: day(until, language, zone) })}</p>
        {door && <Notice door={door} />}
        {door && !over && <Correct room={room} door={door} />}
        <p><a href={`/api/mine/${room.session}`} download>{t("door.data.get")}</a></p>
        {asking
          ? (
            <div class={`notice ${settling}`} role="alertdialog" aria-label={t("door.data.erase")}>
              <p><strong>{t("door.data.ask")}</strong></p>
              <div class="answers">
                <button class="button" onClick={erase}>{t("door.data.yes")}</button>
                <button class="button primary" onClick={() => ask(false)}>{t("door.data.no")}</button>
              </div>
            </div>
          )
          : <button class={`button quiet ${settling}`} onClick={() => ask(true)}>{t("door.data.erase")}</button>}
        {said && <p role="status">{t(said)}</p>}
      </details>
    </aside>
  );
}
