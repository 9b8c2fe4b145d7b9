import { useState } from "preact/hooks";
import { uuid } from "../id";
import type { Words } from "../ui/words";
import type { GuestBook } from "../views";

/** A seat for somebody without a phone: what `session.seat-guest` carries. */
export interface NewSeat { guest: string; type?: string; zone?: string; table?: string }

interface Props extends Words {
  book: GuestBook;
  /** The table where the new person sits; without it, it is asked. */
  table?: string;
  open: boolean;
  seat: (seat: NewSeat) => Promise<void>;
}

/** A seat for one more person, with what they want to say of themselves. */
export function NewGuest({ book, table: here, open, seat, t, say }: Props) {
  const [type, setType] = useState("");
  const [zone, setZone] = useState("");
  const [chosen, setTable] = useState("");
  const table = here ?? chosen;
  const submit = (e: Event) => {
    e.preventDefault();
    void seat({ guest: uuid(), ...(type && { type }), ...(zone && { zone }), ...(table && { table }) });
  };
  const pick = (name: string, value: string, set: (id: string) => void, options: { id: string; text: string }[]) => options.length > 0 && (
    <label>{name}<select value={value} onChange={e => set(e.currentTarget.value)}><option value="">{t("console.unknown")}</option>{options.map(x => <option key={x.id} value={x.id}>{x.text}</option>)}</select></label>
  );
  return (
    <details class="new-guest" open={open}>
      <summary>{t("console.guest-new")}</summary>
      <form class="form" onSubmit={submit}>
        {pick(t("console.type"), type, setType, book.types.map(x => ({ id: x.id, text: say(x.label) })))}
        {pick(t("console.zone"), zone, setZone, book.zones.map(x => ({ id: x.id, text: say(x.label) })))}
        {!here && pick(t("console.table"), chosen, setTable, book.tables.map(x => ({ id: x.id, text: x.name })))}
        <button type="submit">{t("console.guest-seat")}</button>
      </form>
    </details>
  );
}
