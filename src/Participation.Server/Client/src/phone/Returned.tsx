import { draftKey, useDraft } from "../drafts";
import { Own } from "../ui/Own";
import type { Entry } from "../store";
import type { Room } from "./room";
import { useSpeech } from "./speech";

/** Something that was not accepted, with the reason; the text stays until its writer has seen it. */
export function Returned({ room, entry, field }: { room: Room; entry: Entry; field?: boolean }) {
  const { t, say } = useSpeech();
  const draft = useDraft(draftKey(room.session, entry.item ?? "", entry.field ?? ""));
  if (!entry.refused) return null;
  const late = entry.refused?.code.endsWith("closed");
  const what = entry.text ?? entry.note;
  // In its field again, where that field is on this page; elsewhere the words stand here.
  const back = field && entry.text !== undefined && draft.text === entry.text;
  return (
    <div class="notice" role="alert">
      {what && <p><strong>{t(late ? "phone.state.refused" : "phone.state.returned")}</strong></p>}
      <p>{say(entry.refused.text)}</p>
      {what && !back && <blockquote><Own text={what} /></blockquote>}
      <button class="quiet" onClick={() => void room.outbox.dismiss(entry.command)}>{t("phone.refused.ok")}</button>
    </div>
  );
}
