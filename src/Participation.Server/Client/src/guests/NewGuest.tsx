import { useState } from "preact/hooks";
import { uuid } from "../id";
import type { Words } from "../ui/words";
import type { GuestBook } from "../views";
import { only, Questions, type Said } from "./Questions";

/** A seat for somebody without a phone: what `session.seat-guest` carries. */
export interface NewSeat extends Said { guest: string }

interface Props extends Words {
  book: GuestBook;
  /** The table where the new person sits; without it, it is asked. */
  table?: string;
  open: boolean;
  seat: (seat: NewSeat) => Promise<void>;
}

/** A seat for one more person, with what they want to say of themselves. */
export function NewGuest({ book, table, open, seat, t, say }: Props) {
  const [said, setSaid] = useState<Said>({});
  const submit = (e: Event) => {
    e.preventDefault();
    void seat({ guest: uuid(), ...only({ ...said, ...(table && { table }) }) });
  };
  return (
    <details class="new-guest" open={open}>
      <summary>{t("console.guest-new")}</summary>
      <form class="form" onSubmit={submit}>
        <Questions book={book} table={table} said={said} onSay={setSaid} t={t} say={say} />
        <button type="submit">{t("console.guest-seat")}</button>
      </form>
    </details>
  );
}
