import { useEffect } from "preact/hooks";
import { Calm } from "../ui/Calm";
import type { Door } from "./door";
import { Bare } from "./Frame";
import { useSpeech } from "./speech";

/** Nobody new gets in just now: why, and the door is asked again by itself. */
export function Shut({ door, onKnock }: { door: Door; onKnock: () => void }) {
  const { t, say } = useSpeech();
  useEffect(() => {
    const again = setTimeout(onKnock, 8_000 + Math.random() * 8_000);
    return () => clearTimeout(again);
  }, [door]);
  return (
    <Bare where={say(door.title)}>
      <Calm title={t("phone.shut.title")} body={say(door.shut!.text)}>
        <p class="hint">{t("phone.shut.again")}</p>
        <button class="button" onClick={onKnock}>{t("phone.line.retry")}</button>
      </Calm>
    </Bare>
  );
}
