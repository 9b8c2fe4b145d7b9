import { useRef, useState } from "preact/hooks";
import { useSettling } from "../press";
import type { Item } from "../views";
import { Ballots } from "./Ballots";
import { Confirm } from "./Confirm";
import { useDesk } from "./context";
import { Showing } from "./Showing";
import { mayStayOpen } from "./results";
import { TimerActs } from "./TimerActs";

/** The acts on the stage: onward and back, what people may do and see now, the timer, the rounds. */
export function StepActs() {
  const { view, board, connected, t, act } = useDesk();
  const item = view.item;
  // One gesture moves the stage once, also when its answer takes longer than the second of two clicks.
  const settling = useSettling(`${view.status}/${view.position}`);
  const moving = useRef(false);
  const move = (name: string) => () => {
    if (moving.current) return;
    moving.current = true;
    void act(name).finally(() => { moving.current = false; });
  };
  const first = view.position <= 1;
  const last = board.agenda[board.agenda.length - 1]?.state === "open";
  const closed = view.status === "closed";
  if (closed) return <><Ballots /><p class="note">{t("console.closed-acts")}</p></>;
  return (
    <fieldset class={`acts-set ${settling}`} disabled={!connected}>
      <legend class="unseen">{t("console.acts")}</legend>
      {view.status === "waiting"
        ? <button type="button" class="primary big" onClick={move("session.start")}>{t("console.start")}</button>
        : (
          <div class="pair">
            <button type="button" class="big" disabled={first} onClick={move("session.back")}>{t("console.back")}</button>
            <button type="button" class="primary big" disabled={last} onClick={move("session.advance")}>{t("console.advance")}</button>
          </div>
        )}
      {view.status !== "waiting" && <button type="button" aria-pressed={view.status === "paused"} class={view.status === "paused" ? "primary" : ""} onClick={() => void act(view.status === "paused" ? "session.resume" : "session.pause")}>{t(view.status === "paused" ? "console.resume-all" : "console.pause-all")}</button>}
      {item?.takes && <div class="pair"><Showing item={item} /></div>}
      <Ballots />
      {item && <TimerActs planned={board.agenda.find(x => x.id === item.id)?.minutes ?? 5} />}
      {item?.takes && <RoundActs item={item} />}
    </fieldset>
  );
}

const moderations = ["off", "before", "after"] as const;

function RoundActs({ item }: { item: Item }) {
  const { t, say, act } = useDesk();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div class="act-group" role="radiogroup" aria-label={t("console.moderation")}>
        <p class="act-name">{t("console.moderation")}</p>
        <div class="segments">
          {moderations.map(x => (
            <button key={x} type="button" role="radio" aria-checked={item.moderation === x} onClick={() => void act("step.moderate", { moderation: x }, { item: item.id })}>{t(`console.moderate-${x}`)}</button>
          ))}
        </div>
      </div>
      <div class="pair">
        {mayStayOpen(item) && <button type="button" onClick={() => void act("step.reveal", {}, { item: item.id })}>{t("console.show-open")}</button>}
        {item.repeats && <button type="button" onClick={() => void act("step.new-round", {}, { item: item.id })}>{t("console.new-round")}</button>}
        <button type="button" onClick={() => setAsking(true)}>{t("console.reset")}</button>
      </div>
      {asking && <Confirm title={t("console.reset-title", { title: say(item.title) })} text={t("console.reset-text")} yes={t("console.reset")} onYes={() => void act("step.reset", {}, { item: item.id })} onClose={() => setAsking(false)} />}
    </>
  );
}
