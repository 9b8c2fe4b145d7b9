import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { WallLive } from "../steering";
import { SheetNotice } from "../ui/Dialog";
import { KeySheet } from "../ui/KeySheet";
import { useLive } from "../ui/hooks";
import { useKeys } from "../ui/keys";
import { useKept } from "../ui/local";
import type { Language } from "../views";
import { Acts as ActsSender, type Outcome } from "./acts";
import { useKind, type Words } from "../ui/words";
import { Agenda } from "./Agenda";
import { Ballots } from "./Ballots";
import { Centre } from "./Centre";
import { DeskContext, type Desk } from "./context";
import { EntranceNotice } from "./Entrance";
import { useFolds } from "./folds";
import { findKind } from "./kinds";
import { Notice } from "./Notice";
import { Panels, type Panel } from "./Panels";
import { Side } from "./Side";
import { Standstill } from "./Standstill";
import { StepActs } from "./StepActs";
import { TopBar } from "./TopBar";
import { consoleKeys } from "./shortcuts";

interface Props { session: string; live: WallLive; language: Language; setLanguage: (language: string) => void; words: Words }

/** Running a session live: the agenda, the open step, the facilitator's acts. */
export function Run({ session, live, language, setLanguage, words: { t, say } }: Props) {
  const { contact, whole, here, bye } = useLive(live);
  const [notice, setNotice] = useState<Exclude<Outcome, { done: true }>>();
  const [panel, setPanel] = useState<Panel>();
  const [keysOn, setKeysOn] = useKept("keys", "on");
  const sender = useMemo(() => new ActsSender(live), [live]);
  const act = useCallback<Desk["act"]>(async (name, data = {}, more) => {
    const outcome = await sender.send(name, data, more);
    setNotice(outcome.done ? undefined : outcome);
    return outcome.done;
  }, [sender]);
  const view = whole?.view;
  const board = view?.board;
  const desk: Desk | undefined = view && board && { session, live, view, board, here, connected: contact === "here", language, t, say, act };
  const latest = useRef(desk);
  latest.current = desk;
  const brought = useKind(view?.item?.kind, language, findKind);
  const folds = useFolds(!!view?.activity && !!brought?.module.wide?.(view.activity as never) && view.status !== "closed");
  const keys = consoleKeys(latest, t, setPanel);
  useKeys(keys, keysOn === "on" && !!desk);
  useEffect(() => { if (view) document.title = `${say(view.title)} · ${t("console.title")}`; }, [view?.title, language]);

  if (bye) return <Standstill title={t("console.no-seat-title")} text={t("console.no-seat")} way={{ to: `/sign-in?to=/console/${session}`, name: t("console.sign-in") }} />;
  if (!desk) return <Standstill title={t(contact === "away" ? "console.no-server" : "console.loading")} text={contact === "away" ? t("console.seeking") : ""} />;
  const said = <Notice contact={contact} outcome={notice} dismiss={() => setNotice(undefined)} retry={() => live.retryNow()} t={t} say={say} />;
  return (
    <DeskContext.Provider value={desk}>
      <SheetNotice.Provider value={said}>
        <div class="run">
          <TopBar setLanguage={setLanguage} open={setPanel} />
          <Agenda fold={folds.agenda} />
          <main class="centre" tabIndex={0} aria-label={t("console.centre")}>
            {said}
            <EntranceNotice open={() => setPanel("people")} />
            {folds.side.folded && <Ballots />}
            <Centre brought={brought} />
          </main>
          <Side fold={folds.side} open={setPanel} />
          <footer class="acts"><StepActs /></footer>
          {panel === "keys" && <KeySheet keys={keys} on={keysOn === "on"} onSwitch={on => setKeysOn(on ? "on" : "off")} onClose={() => setPanel(undefined)} t={t} />}
          {panel && panel !== "keys" && <Panels.Sheet panel={panel} onClose={() => setPanel(undefined)} />}
        </div>
      </SheetNotice.Provider>
    </DeskContext.Provider>
  );
}
