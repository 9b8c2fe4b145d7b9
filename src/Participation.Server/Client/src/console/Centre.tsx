import { useCallback } from "preact/hooks";
import type { ConsoleModule } from "../activity";
import type { Brought } from "../ui/words";
import { useDesk } from "./context";
import { Links } from "./Links";
import { Reports } from "./Reports";
import { Results } from "./Results";

/** The open step in full; before and after the session what belongs there. */
export function Centre({ brought }: { brought?: Brought<ConsoleModule> }) {
  const { session, view, board, language, t, say, act } = useDesk();
  const item = view.item;
  const send = useCallback((name: string, data: object, more?: { for?: string }) => act(name, data, { ...(name !== "contribution.mark" && item && { item: item.id }), ...(more?.for && { for: more.for }) }), [act, item?.id]);
  if (view.status === "waiting") {
    return <section class="rest"><h2>{t("console.waiting-title")}</h2><p>{t("console.waiting")}</p><Links /></section>;
  }
  const closed = view.status === "closed" && <section class="rest"><h2>{t("console.closed-title")}</h2><p>{t("console.closed")}</p><Reports session={session} language={view.language} cover t={t} /><Results /></section>;
  if (!item || view.activity === undefined || !brought) return closed || <p class="empty">{view.status === "closed" ? "" : t("console.loading")}</p>;
  const Screen = brought.module.default;
  return (
    <>
      {closed}
      <section aria-label={say(item.title)}>
        <div class="facts">
          <h2 class="step-name">{say(item.title)}</h2>
          {item.locked && <span class="tag strong">{t("console.locked")}</span>}
          {item.hidden && item.takes && <span class="tag strong">{t("console.hidden")}</span>}
          {item.moderation && item.moderation !== "off" && <span class="tag">{t(`console.moderation-${item.moderation}`)}</span>}
          {item.rounds > 1 && <span>{t("console.round", { round: item.round, rounds: item.rounds })}</span>}
        </div>
        <Screen key={item.id} view={view.activity} item={item} session={view} zones={board.zones} tables={board.tables} leads language={language} t={brought.t} say={brought.say} send={send} />
      </section>
    </>
  );
}
