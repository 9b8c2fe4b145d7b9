import { useEffect, useRef, useState } from "preact/hooks";
import { useLive } from "../ui/hooks";
import { Announcer } from "./Announcer";
import { Clock } from "./Clock";
import type { Door } from "./door";
import { Bare, Languages } from "./Frame";
import { Line } from "./Line";
import { openRoom, type Room } from "./room";
import { useSpeech } from "./speech";
import { Stage } from "./Stage";
import { useLater } from "./useLater";
import { Yours } from "./Yours";

const later = () => import("./later");

// A page that is drawn anew goes on with its line and with what it has not sent.
const rooms: Record<string, Promise<Room>> = {};

/** Inside: one thing at a time, as the facilitator leads. */
export function RoomPage({ door, onUnseated }: { door: Door; onUnseated: () => void }) {
  const { t } = useSpeech();
  const [room, setRoom] = useState<Room>();
  useEffect(() => void (rooms[door.session] ??= openRoom(door.session)).then(setRoom), [door.session]);
  return room ? <Inside room={room} door={door} onUnseated={onUnseated} /> : <Bare><p class="calm" role="status">{t("phone.line.connecting")}</p></Bare>;
}

function Inside({ room, door, onUnseated }: { room: Room; door: Door; onUnseated: () => void }) {
  const { t, say } = useSpeech();
  const standing = useLive(room.live);
  const view = standing.whole?.view;
  const { Kept, Data, Became } = useLater(later) ?? {};
  const foot = useRef<HTMLElement>(null);
  useEffect(() => stand(foot.current!), []);
  const unseated = standing.contact === "gone" && standing.bye === "seat.none";
  useEffect(() => void (unseated && onUnseated()), [unseated]);

  const table = door.tables.find(x => x.id === standing.whole?.you.table)?.name;
  // Who was taken out, or not let in, keeps the way to what is held of them, also after a reload: then there is no view any more.
  const outside = standing.contact === "gone" && !unseated;
  const running = standing.contact !== "gone" && view?.status === "live" && view.position > 0;
  return (
    <div class="page">
      <header>
        <div class="top">
          <p class="where">
            <span class="title">{say(view?.title ?? door.title)}</span>
            <span class="numeral">{[table && tableName(t, table), running && t("room.step", { position: view.position, steps: view.steps })].filter(Boolean).join(" · ")}</span>
          </p>
          <Languages />
        </div>
        {running && (
          <div class="way" aria-hidden="true">
            {Array.from({ length: view.steps }, (_, n) => <i key={n} class={n < view.position ? "done" : ""} />)}
          </div>
        )}
      </header>
      <main class="stage">
        {Kept && view && !view.waits && view.status !== "paused" && <Kept room={room} item={view.item?.id} />}
        <Stage room={room} door={door} standing={standing} />
        {Became && view?.status === "closed" && !view.waits && <Became room={room} session={door.session} open={!!view.results} />}
      </main>
      {(standing.whole || outside) && <Yours room={room} />}
      {Data && (outside || view && !view.waits) && <Data room={room} until={view?.keepUntil} over={view?.status === "closed"} />}
      <footer class="foot" ref={foot}>
        {running && <Clock live={room.live} timer={view.timer} />}
        <Line room={room} standing={standing} />
      </footer>
      <Announcer standing={standing} />
    </div>
  );
}

/** The foot, and what is sent above it, stand at the thumb: over the keyboard, also where it covers the page. Styles learn how high. */
function stand(foot: HTMLElement): () => void {
  const seen = visualViewport;
  const measure = () => {
    const { style } = document.documentElement;
    style.setProperty("--foot", `${foot.offsetHeight}px`);
    if (seen) style.setProperty("--under", `${Math.max(0, innerHeight - seen.height - seen.offsetTop)}px`);
  };
  const each = new ResizeObserver(measure);
  each.observe(foot);
  seen?.addEventListener("resize", measure);
  return () => each.disconnect();
}

/** Who called the table "Table A" need not read the word twice. */
function tableName(t: ReturnType<typeof useSpeech>["t"], table: string): string {
  const word = t("phone.table", { table: "" }).trim();
  return table.toLowerCase().startsWith(word.toLowerCase()) ? table : t("phone.table", { table });
}
