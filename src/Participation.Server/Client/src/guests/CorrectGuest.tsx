import { useState } from "preact/hooks";
import type { Words } from "../ui/words";
import type { Guest, GuestBook } from "../views";
import { only, Questions, type Said } from "./Questions";

/** What `session.correct-mine` carries, for somebody without a phone. */
export const correctGuest = "session.correct-mine";

interface Props extends Words {
  book: GuestBook;
  guest: Guest;
  /** The table where they stay; without it, it is asked. */
  table?: string;
  correct: (said: Said) => Promise<boolean>;
}

/** What was said for somebody when they were seated, said anew. */
export function CorrectGuest(props: Props) {
  const { book, table, t } = props;
  const [open, setOpen] = useState(false);
  if (book.types.length + book.zones.length + (table ? 0 : book.tables.length) === 0) return null;
  return (
    <details class="new-guest" onToggle={e => setOpen(e.currentTarget.open)}>
      <summary>{t("console.guest-correct")}</summary>
      {open && <Form {...props} />}
    </details>
  );
}

function Form({ book, guest, table, correct, t, say }: Props) {
  const [said, setSaid] = useState(only(guest));
  const [noted, note] = useState(false);
  const submit = (e: Event) => {
    e.preventDefault();
    note(false);
    void correct(only({ ...said, ...(table && { table }) })).then(note);
  };
  return (
    <form class="form" onSubmit={submit}>
      <Questions book={book} table={table} said={said} onSay={x => { note(false); setSaid(x); }} t={t} say={say} />
      <p class="note">{t("console.guest-correct-note")}</p>
      <button type="submit">{t("console.guest-correct-save")}</button>
      <p class="note" role="status">{noted && t("console.guest-corrected")}</p>
    </form>
  );
}
