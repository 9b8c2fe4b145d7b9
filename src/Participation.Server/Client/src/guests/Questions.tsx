import type { Words } from "../ui/words";
import type { GuestBook } from "../views";

/** What is said of somebody: of whom they speak, whence they come, where they sit. */
export interface Said { type?: string; zone?: string; table?: string }

interface Props extends Words {
  book: GuestBook;
  /** Where everybody sits whom this surface seats: then it is not asked. */
  table?: string;
  said: Said;
  onSay: (said: Said) => void;
}

/** The questions of the door, asked by whoever writes for somebody. What is not said is left out. */
export function Questions({ book, table, said, onSay, t, say }: Props) {
  const pick = (name: string, of: keyof Said, options: { id: string; text: string }[]) => options.length > 0 && (
    <label>{name}<select value={said[of] ?? ""} onChange={e => onSay({ ...said, [of]: e.currentTarget.value || undefined })}><option value="">{t("console.unknown")}</option>{options.map(x => <option key={x.id} value={x.id}>{x.text}</option>)}</select></label>
  );
  return (
    <>
      {pick(t("console.type"), "type", book.types.map(x => ({ id: x.id, text: say(x.label) })))}
      {pick(t("console.zone"), "zone", book.zones.map(x => ({ id: x.id, text: say(x.label) })))}
      {!table && pick(t("console.table"), "table", book.tables.map(x => ({ id: x.id, text: x.name })))}
    </>
  );
}

/** What was said, with nothing in it that was not. */
export const only = ({ type, zone, table }: Said): Said => ({ ...(type && { type }), ...(zone && { zone }), ...(table && { table }) });
