import { useCallback, useMemo, useState } from "preact/hooks";
import { uuid } from "../id";
import type { Live } from "../live";
import { Clock } from "../ui/Clock";
import { useLive } from "../ui/hooks";
import { useKept } from "../ui/local";
import { useKind, type Words } from "../ui/words";
import type { Language } from "../views";
import { Acts, type Outcome } from "./acts";
import { findKind } from "./kinds";
import { Notice } from "./Notice";
import { Standstill } from "./Standstill";
import { Switches } from "./Switches";

interface Props { session: string; live: Live; language: Language; setLanguage: (language: string) => void; words: Words }

/** A scribe's page: writes for one person after another who has no phone. Each gets a seat, so that people are counted and not pages. */
export function Scribe({ session, live, language, setLanguage, words: { t, say } }: Props) {
  const { contact, whole, bye } = useLive(live);
  const [guest, setGuest] = useKept(`guest/${session}`, "");
  const [given, setGiven] = useState(0);
  const [notice, setNotice] = useState<Exclude<Outcome, { done: true }>>();
  const acts = useMemo(() => new Acts(live), [live]);
  const view = whole?.view;
  const item = view?.item;
  const brought = useKind(item?.kind, language, findKind);
  const send = useCallback(async (name: string, data: object, more?: { item?: string; for?: string }) => {
    const outcome = await acts.send(name, data, more);
    setNotice(outcome.done ? undefined : outcome);
    return outcome.done;
  }, [acts]);
  const give = useCallback(async (name: string, data: object) => {
    const done = await send(name, data, { item: item?.id, for: guest });
    if (done) setGiven(n => n + 1);
    return done;
  }, [send, item?.id, guest]);
  const next = async () => {
    const seat = uuid();
    if (await send("session.seat-guest", { guest: seat, ...(whole?.you.table && { table: whole.you.table }) })) {
      setGuest(seat);
      setGiven(0);
    }
  };
  if (bye) return <Standstill title={t("console.no-seat-title")} text={t("console.no-seat")} />;
  if (!view) return <Standstill title={t(contact === "away" ? "console.no-server" : "console.loading")} text={contact === "away" ? t("console.seeking") : ""} />;
  const Form = brought?.module.Entry;
  return (
    <main class="scribe">
      <header class="home-head">
        <div><p class="note">{t("console.scribe")} · {t(`console.session-${view.status}`)}</p><h1>{say(view.title)}</h1></div>
        <Clock live={live} timer={view.timer} t={t} />
        <Switches language={language} setLanguage={setLanguage} t={t} />
      </header>
      <Notice contact={contact} outcome={notice} dismiss={() => setNotice(undefined)} retry={() => live.retryNow()} t={t} say={say} />
      {item && <h2 class="question">{say((view.activity as { question?: typeof item.title } | undefined)?.question) || say(item.title)}</h2>}
      {item?.locked && <p class="tag strong">{t("console.locked")}</p>}
      <p class="card-acts">
        <button type="button" class={guest ? "" : "primary"} onClick={() => void next()}>{t(guest ? "console.scribe-next" : "console.guest-seat")}</button>
        <span class="note" aria-live="polite">{given > 0 && t("console.guest-given", { n: given })}</span>
      </p>
      {!guest ? <p class="note">{t("console.guest-first")}</p>
        : !item || !Form || !brought || view.activity === undefined ? <p class="note">{t("console.guest-nothing")}</p>
        : <Form key={guest + item.id} view={view.activity} item={item} session={view} zones={[]} language={language} t={brought.t} say={say} give={give} />}
    </main>
  );
}
