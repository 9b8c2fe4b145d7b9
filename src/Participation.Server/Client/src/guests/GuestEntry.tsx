import type { Along, Gift } from "../activity";
import { findKind } from "../console/kinds";
import { draftKey, useDraft } from "../drafts";
import { fieldFor } from "../phone/room";
import { useKept } from "../ui/local";
import { useKind, type Words } from "../ui/words";
import type { GuestBook, Language, SessionView } from "../views";
import { CorrectGuest } from "./CorrectGuest";
import { NewGuest, type NewSeat } from "./NewGuest";
import type { Said } from "./Questions";

interface Props extends Words {
  /** Under which what is unsent is kept. */
  session: string;
  view: SessionView;
  book: GuestBook;
  language: Language;
  /** Where everybody sits whom this surface seats. */
  table?: string;
  /** May something be given now. */
  open: boolean;
  given: (guest: string) => readonly Gift[];
  seat: (seat: NewSeat) => Promise<boolean>;
  /** Says anew what a guest said of themselves. */
  correct: (guest: string, said: Said) => Promise<boolean>;
  give: (guest: string, name: string, data: object, along?: Along) => Promise<boolean>;
}

/** Writes down what somebody without a phone gives: first a seat for them, then their idea, dots or opinions. Text that is not given yet is kept. */
export function GuestEntry({ session, view, book, language, table, open, given, seat, correct, give, t, say }: Props) {
  const [kept, choose] = useKept(`guest/${session}`, "");
  const chosen = book.guests.find(x => x.id === kept);
  const guest = chosen?.id;
  const item = view.item;
  const brought = useKind(item?.kind, language, findKind);
  const Form = brought?.module.Entry;
  const written = guest ? given(guest) : [];
  const n = new Set(written.filter(x => x.state !== "refused" && x.name !== "contribution.reword").map((x, i) => x.slot ?? i)).size;
  const seated = async (made: NewSeat) => {
    if (await seat(made)) choose(made.guest);
  };
  return (
    <>
      {book.guests.length > 0 && (
        <label class="form">
          {t("console.guest-who")}
          <select value={guest ?? ""} onChange={e => choose(e.currentTarget.value)}>
            <option value="">{t("console.guest-choose")}</option>
            {book.guests.map(x => <option key={x.id} value={x.id}>{[x.number ? `${x.number}` : t("console.guest-new-number"), say(book.types.find(y => y.id === x.type)?.label), say(book.zones.find(y => y.id === x.zone)?.label)].filter(y => y).join(" · ")}</option>)}
          </select>
        </label>
      )}
      {chosen && <CorrectGuest key={chosen.id} book={book} guest={chosen} table={table} correct={said => correct(chosen.id, said)} t={t} say={say} />}
      <NewGuest key={book.guests.length} book={book} table={table} open={book.guests.length === 0} seat={seated} t={t} say={say} />
      {!item || !Form || !brought || view.activity === undefined
        ? item && <p class="note" data-nothing>{t("console.guest-nothing")}</p>
        : guest
          ? (
            <fieldset class="form" disabled={!open}>
              <Form key={`${item.id}/${item.round}/${guest}`} view={view.activity} item={item} session={view} zones={book.zones} language={language} t={brought.t} say={brought.say}
                given={written} give={(name, data, along) => give(guest, name, data, along)} useDraft={field => useDraft(draftKey(session, item.id, fieldFor(guest, field)))} />
            </fieldset>
          )
          : <p class="note">{t("console.guest-first")}</p>}
      <p class="note" aria-live="polite">{n > 0 && t("console.guest-given", { n })}</p>
    </>
  );
}
