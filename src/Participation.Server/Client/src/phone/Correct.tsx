import { useState } from "preact/hooks";
import type { Door } from "./door";
import { asks, Questions } from "./Questions";
import { type Room, useOutbox } from "./room";
import { useSpeech } from "./speech";

const name = "session.correct-mine";

/** What was said at the door, said anew. It goes like all that is given: kept on this phone until the server has it. */
export function Correct({ room, door }: { room: Room; door: Door }) {
  const { t } = useSpeech();
  const [said, setSaid] = useState(door.said ?? {});
  const sent = useOutbox(room.outbox).filter(x => x.name === name).pop();
  const save = (event: Event) => {
    event.preventDefault();
    const { type, zone, table } = said;
    void room.outbox.give({ session: room.session, name, slot: name, data: { ...(type && { type }), ...(zone && { zone }), ...(table && { table }) } });
  };
  return asks(door) ? (
    <details>
      <summary>{t("door.correct")}</summary>
      <form class="entry" onSubmit={save}>
        <Questions door={door} said={said} onSay={setSaid} />
        <p class="hint">{t("door.correct-note")}</p>
        <button class="button">{t("door.correct-save")}</button>
        {sent && !sent.refused && <p role="status">{t(sent.received === undefined ? "door.correct-kept" : "door.correct-done")}</p>}
      </form>
    </details>
  ) : null;
}
