import { useState } from "preact/hooks";
import { useSettling } from "../press";
import { useSecondsLeft } from "../ui/hooks";
import type { Item } from "../views";
import { Confirm } from "./Confirm";
import { useDesk } from "./context";
import { closesApart, commandOf, nextOf, type Next } from "./results";

const names: Record<Next, string> = {
  show: "console.reveal", "close-and-show": "console.close-and-show", hide: "console.hide",
  close: "console.ballots-close-vote", wait: "console.ballots-arriving", count: "console.ballots-count", reopen: "console.unlock",
};

/** Who may still answer, and the one button that brings the results before the room. */
export function Showing({ item }: { item: Item }) {
  const { t, act } = useDesk();
  return (
    <>
      {closesApart(item) && <button type="button" class={item.locked ? "is-on" : ""} aria-keyshortcuts="l" onClick={() => void act(item.locked ? "step.unlock" : "step.lock", {}, { item: item.id })}>{t(item.locked ? "console.unlock" : "console.lock")}<kbd aria-hidden="true">L</kbd></button>}
      <ShowButton item={item} />
    </>
  );
}

function ShowButton({ item }: { item: Item }) {
  const { live, board, t, act } = useDesk();
  const [asking, setAsking] = useState(false);
  const step = board.agenda.find(x => x.id === item.id);
  const late = useSecondsLeft(live, step?.lateUntil ? { endsAt: step.lateUntil } : undefined);
  const next = nextOf(item, late);
  // What this button does has changed under the finger.
  const settling = useSettling(next);
  const press = () => {
    if (next === "count") setAsking(true);
    else if (next !== "wait") void act(commandOf[next].name, commandOf[next].data, { item: item.id });
  };
  return (
    <>
      <button type="button" class={`${item.ballots && next !== "hide" ? "primary" : item.hidden ? "is-on" : ""} ${settling}`} data-show aria-keyshortcuts="h" disabled={next === "wait"} onClick={press}>{t(names[next], { n: late ?? 0 })}<kbd aria-hidden="true">H</kbd></button>
      {asking && next === "count" && <Count item={item.id} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Asks before a secret vote is counted: nothing takes it back. */
export function Count({ item, onClose }: { item: string; onClose: () => void }) {
  const { board, t, act } = useDesk();
  const { waiting, tooFew, tooClose, fewest } = board.agenda.find(x => x.id === item)!.ballots!;
  const hints = [
    board.people.some(x => x.removed) && t("console.ballots-removed"),
    tooFew > 0 && t("console.ballots-few", { n: tooFew, fewest }),
    tooClose > 0 && t("console.ballots-close", { n: tooClose, fewest }),
  ].filter(x => x).join(" ");
  return <Confirm title={t("console.ballots-count")} text={`${t("console.ballots-confirm", { n: waiting })} ${hints}`} yes={t("console.ballots-count")} onYes={() => void act("step.count", { item })} onClose={onClose} />;
}
