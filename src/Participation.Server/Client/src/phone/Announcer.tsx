import type { Standing } from "../session";
import { turnedAway } from "./room";
import { useSpeech } from "./speech";

/** Says aloud what changed, once, without moving the focus. */
export function Announcer({ standing }: { standing: Standing }) {
  const { t, say } = useSpeech();
  const { contact, whole } = standing;
  const view = whole?.view;
  const words = contact === "away" ? t("phone.line.away")
    : contact === "gone" ? t(turnedAway(standing) ? "phone.turned-away.title" : "phone.removed.title")
    : !view || contact !== "here" ? ""
    : view.waits ? t("phone.lobby.title")
    : view.status !== "live" ? t(`phone.${view.status}.title`)
    : view.item ? `${t("room.step", { position: view.position, steps: view.steps })}: ${say(view.item.title)}` : "";
  return <p class="unseen" role="status" aria-live="polite">{words}</p>;
}
