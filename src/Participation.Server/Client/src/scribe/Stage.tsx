import type { Standing } from "../session";
import { type Room, useOutbox } from "../phone/room";
import { useSpeech } from "../phone/speech";
import { Yours } from "../phone/Yours";
import { Calm } from "../ui/Calm";
import { Given } from "./Given";
import { numberOf } from "./guests";
import { Write } from "./Write";

/** What this moment asks of a scribe: write and read along, or wait. Who comes early can be seated before the first step. */
export function Stage({ room, standing }: { room: Room; standing: Standing }) {
  const { t } = useSpeech();
  useOutbox(room.outbox);
  const view = standing.whole?.view;
  const whose = (guest: string | undefined) => {
    const number = numberOf(view?.guestBook, guest);
    return number ? t("scribe.for-number", { number }) : t("scribe.for-new");
  };
  const still = standing.contact === "gone" ? "no-seat" : !view ? undefined : view.status === "closed" || view.status === "paused" || view.status === "waiting" ? view.status : undefined;
  if (!view && !still) return <main class="scribe-main"><p class="calm" role="status">{t("phone.line.connecting")}</p></main>;
  const writes = view && (view.status === "waiting" || view.status === "live") && standing.contact !== "gone";
  return (
    <main class={view?.status === "live" ? "scribe-main is-live" : "scribe-main"}>
      {still && <Calm title={t(`scribe.${still}.title`)} body={t(`scribe.${still}.body`)} />}
      <div class="scribe-write">
        {writes && <Write room={room} whole={standing.whole!} />}
        <Yours room={room} whose={x => whose(x.for)} />
      </div>
      {view?.status === "live" && view.item && <Given room={room} whole={standing.whole!} />}
    </main>
  );
}
