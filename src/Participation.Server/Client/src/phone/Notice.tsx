import type { Door } from "./door";
import { useSpeech } from "./speech";

/** The whole notice: the workshop's own words, who answers for the data, and where to turn. */
export function Notice({ door: { consent, controller, contact } }: { door: Door }) {
  const { t, say } = useSpeech();
  return (
    <details class="notice-full">
      <summary>{t("door.full")}</summary>
      {say(consent).split(/\n\s*\n/).map(paragraph => <p class="reading">{paragraph}</p>)}
      <p>{controller ? t("door.controller", { name: controller }) : t("door.unnamed")}{contact && <><br />{t("door.contact", { name: contact })}</>}</p>
    </details>
  );
}
