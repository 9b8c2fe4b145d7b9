import type { Standing } from "../session";
import type { Door } from "./door";
import { figure } from "../texts";
import { ownIn } from "../follow";
import { Calm } from "../ui/Calm";
import { useSpeech } from "./speech";
import { type Room, turnedAway } from "./room";
import { Step } from "./Step";

/** What this moment asks of a participant: wait, take part, pause, or go home. */
export function Stage({ room, door, standing }: { room: Room; door: Door; standing: Standing }) {
  const { t } = useSpeech();
  const view = standing.whole?.view;
  if (turnedAway(standing)) return <Calm title={t("phone.turned-away.title")} body={t("phone.turned-away.body")} />;
  if (standing.contact === "gone") return <Calm title={t("phone.removed.title")} body={t("phone.removed.body")} />;
  if (!view) return <p class="calm" role="status">{t("phone.line.connecting")}</p>;
  if (view.status === "closed") return <Calm title={t("phone.closed.title")} body={t("phone.closed.body")} />;
  if (view.waits) return <Calm title={t("phone.lobby.title")} body={t("phone.lobby.body")} />;
  if (view.status === "paused") return <Calm title={t("phone.paused.title")} body={t("phone.paused.body")} />;
  if (view.status === "live" && view.item) return <Step room={room} door={door} view={view} item={view.item} {...ownIn(standing.whole, view.item.id)} />;
  return (
    <Calm title={t("phone.waiting.title")} body={t(view.position > 0 ? "phone.waiting.next" : "phone.waiting.soon")}>
      <p class="count"><strong class="numeral">{figure(view.joined, t)}</strong> <span>{t("room.participants", { n: view.joined }).replace(/^\S+\s/, "")}</span></p>
      {standing.whole?.mine && <p class="hint">{t("phone.waiting.number", { number: standing.whole.mine.number })}</p>}
    </Calm>
  );
}
