import { useCallback, useState } from "preact/hooks";
import { uuid } from "../id";
import { useKind } from "../ui/words";
import { useDesk } from "./context";
import { findKind } from "./kinds";
import { nameOf } from "./People";

/** Writes down what somebody without a phone gives: first a seat for them, then their idea, dots or opinions. */
export function GuestEntry() {
  const { view, board, language, t, say, act } = useDesk();
  const guests = board.people.filter(x => x.phoneless && !x.removed);
  const [guest, setGuest] = useState(guests.at(-1)?.id ?? "");
  const [given, setGiven] = useState(0);
  const item = view.item;
  const brought = useKind(item?.kind, language, findKind);
  const Form = brought?.module.Entry;
  const give = useCallback(async (name: string, data: object) => {
    const done = await act(name, data, { item: item?.id, for: guest });
    if (done) setGiven(n => n + 1);
    return done;
  }, [act, item?.id, guest]);
  return (
    <>
      {guests.length > 0 && (
        <label class="form">
          {t("console.guest-who")}
          <select value={guest} onChange={e => setGuest(e.currentTarget.value)}>
            <option value="">{t("console.guest-choose")}</option>
            {guests.map(x => <option key={x.id} value={x.id}>{[`${x.number}`, say(board.types.find(y => y.id === x.type)?.label), say(board.zones.find(y => y.id === x.zone)?.label)].filter(y => y).join(" · ")}</option>)}
          </select>
        </label>
      )}
      <NewGuest onSeated={setGuest} open={guests.length === 0} />
      {!item || !Form || view.activity === undefined
        ? <p class="note">{t("console.guest-nothing")}</p>
        : guest
          ? <Form view={view.activity} item={item} session={view} zones={board.zones} language={language} t={t} say={say} give={give} />
          : <p class="note">{t("console.guest-first")}</p>}
      <p class="note" aria-live="polite">{given > 0 && t("console.guest-given", { n: given })}</p>
    </>
  );
}

function NewGuest({ onSeated, open }: { onSeated: (guest: string) => void; open: boolean }) {
  const { board, t, say, act } = useDesk();
  const [type, setType] = useState("");
  const [zone, setZone] = useState("");
  const [table, setTable] = useState("");
  const seat = async (e: Event) => {
    e.preventDefault();
    const guest = uuid();
    if (await act("session.seat-guest", { guest, ...(type && { type }), ...(zone && { zone }), ...(table && { table }) })) onSeated(guest);
  };
  const pick = (name: string, value: string, set: (id: string) => void, options: { id: string; text: string }[]) => options.length > 0 && (
    <label>{name}<select value={value} onChange={e => set(e.currentTarget.value)}><option value="">{t("console.unknown")}</option>{options.map(x => <option key={x.id} value={x.id}>{x.text}</option>)}</select></label>
  );
  return (
    <details class="new-guest" open={open}>
      <summary>{t("console.guest-new")}</summary>
      <form class="form" onSubmit={seat}>
        {pick(t("console.type"), type, setType, board.types.map(x => ({ id: x.id, text: say(x.label) })))}
        {pick(t("console.zone"), zone, setZone, board.zones.map(x => ({ id: x.id, text: say(x.label) })))}
        {pick(t("console.table"), table, setTable, board.tables.map(x => ({ id: x.id, text: nameOf(x.name, say) })))}
        <button type="submit">{t("console.guest-seat")}</button>
      </form>
    </details>
  );
}
