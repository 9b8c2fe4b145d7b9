import { useState } from "preact/hooks";
import type { PhoneProps } from "@client/activity";
import { useSettling } from "@client/press";
import { Own } from "@client/ui/Own";
import { Write } from "@client/ui/Write";
import type { Card } from "@client/views";
import type { IdeasMine, IdeasView } from "./views";

type Props = PhoneProps<IdeasView, IdeasMine> & { card: Card };

/** Says one's own idea in other words. What is typed stays until it is sent, and says on which wording it was written: where that is another one now, both stand side by side. */
export function Reword({ card, given, open, view, t, send, useDraft }: Props) {
  const draft = useDraft(`reword-${card.id}`);
  const basis = useDraft(`basis-${card.id}`);
  const [editing, edit] = useState(false);
  const [left, leave] = useState(false);
  const version = card.version ?? 1;
  const stale = basis.text !== "" && basis.text !== `${version}`;
  const settling = useSettling(`${version}`);
  if (given.some(x => x.name === "contribution.reword" && x.state !== "refused" && !x.included && (x.data as { contribution: string }).contribution === card.id))
    return <p class="state">{t("ideas.rewording")}</p>;
  const begin = () => {
    if (draft.text === "") {
      draft.write(card.text);
      basis.write(`${version}`);
    }
    leave(false);
    edit(true);
  };
  // Words that were typed before, or came back, open their field again; in a step that is closed they are there to read.
  if (!editing && (left || draft.text === "" || (!open && draft.text === card.text)))
    return open ? <button class="quiet" aria-label={t("ideas.reword-which", { id: card.id })} onClick={begin}>{t("ideas.reword")}</button> : null;
  const give = (text: string) => {
    edit(false);
    basis.write(`${version}`);
    send("contribution.reword", { contribution: card.id, basis: version, texts: { text, ...(card.place && { place: card.place }) } }, { field: `reword-${card.id}`, text });
  };
  const close = () => {
    edit(false);
    leave(true);
    if (stale || draft.text === card.text) draft.write("");
  };
  return (
    <div class={settling}>
      {stale && (
        <div class="near" role="status">
          <p>{t("ideas.reword-now")}</p>
          <blockquote><Own text={card.text} /></blockquote>
        </div>
      )}
      <Write label={t("ideas.reword-label")} button={t(stale ? "ideas.reword-replace" : "ideas.reword-send")} limit={view.limit} open={open} wrong={draft.text.trim() === card.text} draft={draft} onSend={give} t={t}>
        <button type="button" class="quiet" onClick={close}>{t("ideas.reword-leave")}</button>
      </Write>
    </div>
  );
}
