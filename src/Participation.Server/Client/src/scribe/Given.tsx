import { findKind } from "../console/kinds";
import type { Whole } from "../session";
import { give, type Room } from "../phone/room";
import { useSpeech } from "../phone/speech";
import { useKind } from "../ui/words";

/** The open step as a scribe sees it: the console's own screen, without what only who leads may do. */
export function Given({ room, whole: { view, you } }: { room: Room; whole: Whole }) {
  const { language, t, say } = useSpeech();
  const item = view.item!;
  const brought = useKind(item.kind, language, findKind);
  const send = async (name: string, data: object, more?: { for?: string; text?: string }) => {
    await give(room, { item: item.id, round: item.round, ...(more?.for && { for: more.for }) }, name, data, more?.text ? { text: more.text } : { note: (data as { name?: string }).name });
    return true;
  };
  if (!brought || view.activity === undefined) return <p class="empty" role="status">{t("console.loading")}</p>;
  const Screen = brought.module.default;
  return (
    <section class="scribe-given" aria-labelledby="given">
      <h2 id="given">{say(item.title)}</h2>
      {item.rounds > 1 && <p class="note">{t("room.round", { round: item.round })}</p>}
      <Screen key={`${item.id}/${item.round}`} view={view.activity} item={item} session={view} zones={view.guestBook?.zones ?? []} tables={view.guestBook?.tables ?? []} table={you.table}
        leads={false} language={language} t={brought.t} say={brought.say} send={send} />
    </section>
  );
}
