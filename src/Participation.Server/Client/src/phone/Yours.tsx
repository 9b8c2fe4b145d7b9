import type { Entry } from "../store";
import { Own } from "../ui/Own";
import { Returned } from "./Returned";
import { type Room, useOutbox } from "./room";
import { useSpeech } from "./speech";

interface Props {
  room: Room;
  /** For whom it was given, where that is somebody else. */
  whose?: (entry: Entry) => string;
}

/** All that this device gave in words, with what became of it; and what came back from a step that has passed. */
export function Yours({ room, whose }: Props) {
  const { t } = useSpeech();
  const open = room.live.standing.whole?.view.item?.id;
  const entries = useOutbox(room.outbox);
  const written = entries.filter(x => x.text && !x.refused).reverse();
  const returned = entries.filter(x => x.refused && x.item !== open);
  return (
    <aside class="yours">
      {returned.map(x => <Returned key={x.command} room={room} entry={x} />)}
      {written.length > 0 && (
        <details>
          <summary>{t("phone.yours")} <span class="numeral">{written.length}</span></summary>
          <ol class="cards">
            {written.map(x => (
              <li key={x.command} class="card">
                <p><Own text={x.text!} /></p>
                {whose && <p class="hint">{whose(x)}</p>}
                <p class="state">{x.received === undefined ? <Waits /> : <>✓ {t("phone.state.received")}</>}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </aside>
  );
}

function Waits() {
  const { t } = useSpeech();
  return <><span aria-hidden="true">◷ </span>{t("phone.state.kept")}</>;
}
