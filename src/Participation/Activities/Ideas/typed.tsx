import { useState } from "preact/hooks";
import type { ConsoleProps } from "@client/activity";
import { Dialog } from "@client/ui/Dialog";
import { useDraft } from "@client/ui/local";
import { Own } from "@client/ui/Own";
import type { Card } from "@client/views";
import type { IdeasView } from "./views";

type Props = Pick<ConsoleProps<IdeasView>, "view" | "t" | "send"> & { card: Card; guest: string; open: boolean; onClose: () => void };

/** Says in other words what was typed for somebody without a phone. What is typed stays in this tab until it was taken or put away, and says on which wording it was written. */
export function RewordTyped({ card, guest, open, view, t, send, onClose }: Props) {
  const version = card.version ?? 1;
  const words = useDraft(`${card.id} reword`, card.text);
  const basis = useDraft(`${card.id} basis`);
  const [begun] = useState(version);
  const seen = basis.text === "" ? begun : Number(basis.text);
  const stale = seen !== version;
  const text = words.text.trim();
  const leave = () => {
    basis.forget();
    words.forget();
    onClose();
  };
  const submit = async (e: Event) => {
    e.preventDefault();
    if (await send("contribution.reword", { contribution: card.id, basis: version, texts: { text, ...(card.place && { place: card.place }) } }, { for: guest, text })) leave();
  };
  return (
    <Dialog title={t("ideas.reword-which", { id: card.id })} close={t("screen.close")} onClose={onClose} wide>
      <form class="form" onSubmit={submit}>
        <p class="note" role="status">{t(open ? "console.reword-typed" : "console.reword-shut")}</p>
        {stale && <div class="meanwhile" role="status"><p>{t("ideas.reword-now")}</p><blockquote><Own text={card.text} /></blockquote></div>}
        <label>
          {t("ideas.reword-label")}
          <textarea rows={5} required value={words.text} dir="auto" autofocus onInput={e => { basis.write(`${seen}`); words.write(e.currentTarget.value); }} />
          <span class="note">{t("ideas.entry-limit", { limit: view.limit })}</span>
        </label>
        <div class="card-acts">
          <button type="submit" class="primary" disabled={!open || text === "" || text === card.text}>{t(stale ? "ideas.reword-replace" : "console.reword-save")}</button>
          <button type="button" onClick={leave}>{t("ideas.reword-leave")}</button>
        </div>
      </form>
    </Dialog>
  );
}
