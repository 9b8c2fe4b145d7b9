import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PhoneProps } from "../activity";
import { draftKey, useDraft } from "../drafts";
import { pause } from "../pause";
import { useSettling } from "../press";
import { translate } from "../texts";
import type { Item, Language, SessionView } from "../views";
import { Returned } from "./Returned";
import { gift, give, type Room, useOutbox } from "./room";
import type { Door } from "./door";
import { useSpeech } from "./speech";

type Screen = ComponentType<PhoneProps<unknown, unknown>>;

interface Props { room: Room; door: Door; view: SessionView; item: Item; mine: unknown; mineNumber: number }

/** The open item: its kind's own screen, with what the house adds to all of them. */
export function Step({ room, door, view, item, mine, mineNumber }: Props) {
  const { t, say, language } = useSpeech();
  const entries = useOutbox(room.outbox).filter(x => x.item === item.id);
  const settling = useSettling(`${item.id}/${item.round}`);
  const { screen, failed } = useScreen(item.kind, language);
  const Screen = screen?.kind === item.kind ? screen.component : undefined;
  return (
    <>
      {item.locked && <p class="notice" role="status">{t("phone.locked")}</p>}
      {item.round > 1 && !item.locked && <p class="notice" role="status">{t("phone.round", { round: item.round })}</p>}
      {entries.filter(x => x.refused).map(x => <Returned key={x.command} room={room} entry={x} field />)}
      {Screen
        ? <div class={`activity kind-${item.kind} ${settling}`}><Screen key={`${item.id}/${item.round}`} view={view.activity} mine={mine} item={item} session={view} language={screen!.language} t={translate(screen!.language)} say={say}
            open={!item.locked} zones={door.questions.zones} given={entries.filter(x => x.round === item.round).map(x => gift(x, mineNumber))}
            send={(name, data, along) => void give(room, { item: item.id, round: item.round }, name, data, along)}
            useDraft={field => useDraft(draftKey(room.session, item.id, field))} /></div>
        : <p class="calm" role="status">{t(failed ? "phone.loading-failed" : "phone.loading")}</p>}
    </>
  );
}

/** The screen and texts of a kind, asked for until they come. */
function useScreen(kind: string, language: Language) {
  const [screen, set] = useState<{ kind: string; component: Screen; language: Language }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    const ask = async (attempt: number): Promise<void> => {
      try {
        const component = await (await import("./kinds")).screenOf(kind, language);
        if (wanted && component) set({ kind, component, language });
        setFailed(false);
      } catch {
        if (!wanted) return;
        setFailed(true);
        setTimeout(() => void ask(attempt + 1), pause(attempt));
      }
    };
    void ask(0);
    return () => void (wanted = false);
  }, [kind, language]);
  return { screen, failed };
}
