import { useRef } from "preact/hooks";
import { useSettling } from "../press";
import { useDesk } from "./context";
import { More } from "./More";
import { Showing } from "./Showing";
import { TimerActs } from "./TimerActs";
import { Undo } from "./Undo";

/** The commands at the foot: undo at the left, what people may do and see now, the timer, and at the right the way on with its name. */
export function StepActs() {
  const { view, board, connected, t, say, act } = useDesk();
  const item = view.item;
  // One gesture moves the stage once, also when its answer takes longer than the second of two clicks.
  const settling = useSettling(`${view.status}/${view.position}`);
  const moving = useRef(false);
  const move = (name: string) => () => {
    if (moving.current) return;
    moving.current = true;
    void act(name).finally(() => { moving.current = false; });
  };
  if (view.status === "closed") return <><Undo /><p class="note">{t("console.closed-acts")}</p></>;
  const next = board.agenda[view.position];
  return (
    <>
      <Undo />
      <fieldset class={`acts-set ${settling}`} disabled={!connected}>
        <legend class="unseen">{t("console.acts")}</legend>
        {item?.takes && <Showing item={item} />}
        {item && <TimerActs planned={board.agenda.find(x => x.id === item.id)?.minutes ?? 5} />}
        {view.status !== "waiting" && <button type="button" aria-pressed={view.status === "paused"} class={view.status === "paused" ? "primary" : ""} onClick={() => void act(view.status === "paused" ? "session.resume" : "session.pause")}>{t(view.status === "paused" ? "console.resume-all" : "console.pause-all")}</button>}
        <More />
        <span class="acts-onward">
          {view.status === "waiting"
            ? <button type="button" class="primary big" aria-keyshortcuts="n" onClick={move("session.start")}>{t("console.start")}<kbd aria-hidden="true">N</kbd></button>
            : <>
                <button type="button" class="big" disabled={view.position <= 1} onClick={move("session.back")}>{t("console.back")}</button>
                <button type="button" class="primary big" disabled={!next} aria-keyshortcuts="n" onClick={move("session.advance")}>
                  <span>{t("console.advance")}<kbd aria-hidden="true">N</kbd></span>{next && <small aria-hidden="true">{say(next.title)}</small>}
                </button>
              </>}
        </span>
      </fieldset>
    </>
  );
}
