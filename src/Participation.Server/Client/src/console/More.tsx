import { useState } from "preact/hooks";
import { Dialog } from "../ui/Dialog";
import { Confirm } from "./Confirm";
import { useDesk } from "./context";
import { mayStayOpen } from "./results";

interface Rare { name: string; note: string; /** Asked once more under this title. */ title?: string; act: () => void }

/** The acts that nobody should meet by chance: the exception of a rule, what empties a step or ends the session, each with what becomes of things. */
export function More() {
  const { view, connected, t, say, act } = useDesk();
  const [open, setOpen] = useState(false);
  const [asked, ask] = useState<Rare>();
  const item = view.item;
  const rare: Rare[] = [
    ...(item?.takes && mayStayOpen(item) ? [{ name: t("console.show-open"), note: t("console.show-open-note"), act: () => void act("step.reveal", {}, { item: item.id }) }] : []),
    ...(item?.takes ? [{ name: t("console.reset"), note: t("console.reset-text"), title: t("console.reset-title", { title: say(item.title) }), act: () => void act("step.reset", {}, { item: item.id }) }] : []),
    ...(view.status === "waiting" ? [] : [{ name: t("console.close-session"), note: t("console.close-text"), title: t("console.close-session"), act: () => void act("session.close") }]),
  ];
  if (rare.length === 0) return null;
  const run = (x: Rare) => x.act();
  return (
    <>
      <button type="button" aria-haspopup="dialog" aria-label={t("console.more")} title={t("console.more")} onClick={() => setOpen(true)}>…</button>
      {open && (
        <Dialog title={t("console.more")} close={t("screen.close")} onClose={() => setOpen(false)}>
          <ul class="rare">
            {rare.map(x => <li key={x.name}><button type="button" disabled={!connected} onClick={() => { setOpen(false); (x.title ? ask : run)(x); }}>{x.name}</button><p class="note">{x.note}</p></li>)}
          </ul>
        </Dialog>
      )}
      {asked && <Confirm title={asked.title!} text={asked.note} yes={asked.name} onYes={asked.act} onClose={() => ask(undefined)} />}
    </>
  );
}
