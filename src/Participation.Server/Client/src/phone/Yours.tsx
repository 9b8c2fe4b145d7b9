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
  const { view, mine } = room.live.standing.whole ?? {};
  const entries = useOutbox(room.outbox);
  // While nothing is asked, the server names all that it holds, with the numbers; what it does not hold yet is known here alone.
  const given = mine?.given;
  const written = entries.filter(x => x.text && !x.refused && !(given && x.received !== undefined)).reverse();
  const returned = entries.filter(x => x.refused && x.item !== view?.item?.id);
  const n = written.length + (given?.length ?? 0);
  const last = view?.status === "closed" || (!!given && view?.position === view?.steps);
  return (
    <aside class="yours">
      {returned.map(x => <Returned key={x.command} room={room} entry={x} />)}
      {n > 0 && (
        <details open={last}>
          <summary>{t("phone.yours")} <span class="numeral">{n}</span></summary>
          <ol class="cards">
            {written.map(x => (
              <li key={x.command} class="card">
                <p><Own text={x.text!} /></p>
                {whose && <p class="hint">{whose(x)}</p>}
                <p class="state">{x.received === undefined ? <Waits /> : <>✓ {t("phone.state.received")}</>}</p>
              </li>
            ))}
            {given?.map(x => (
              <li key={x.id} class={`card ${x.status}`}>
                <p class="meta"><strong class="numeral">{x.id}</strong></p>
                <p class="words"><Own text={x.text} /></p>
                <p class="state">{x.status === "shown" ? <>✓ {t("phone.state.received")}</> : t(`room.status.${x.status}`)}</p>
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
