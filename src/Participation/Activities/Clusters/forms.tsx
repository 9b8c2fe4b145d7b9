import { useState } from "preact/hooks";
import type { Translate } from "@client/texts";
import { useDraft } from "@client/ui/local";
import { Own } from "@client/ui/Own";

interface Props { what: string; label: string; hint: string; optional?: boolean; t: Translate; make: (name: string) => Promise<boolean> }

/** Makes a cluster or a group. What was typed stays until it was taken. */
export function NewForm({ what, label, hint, optional, make }: Props) {
  const name = useDraft(`new ${what}`);
  const submit = async (e: Event) => {
    e.preventDefault();
    if (await make(name.text.trim())) name.write("");
  };
  return (
    <form class="inline" onSubmit={submit}>
      <input size={hint.length} aria-label={hint} placeholder={hint} value={name.text} dir="auto" onInput={e => name.write(e.currentTarget.value)} />
      <button type="submit" disabled={!optional && !name.text.trim()}>{label}</button>
    </form>
  );
}

interface RenameProps { id: string; name: string; label: string; named: number; hint: string; t: Translate; save: (name: string, label: string, basis: number) => Promise<boolean>; onClose: () => void }

/** The fields of a cluster's name, by which what is typed there is found again. */
export const nameOf = (cluster: string) => ({ sentence: `${cluster} name`, label: `${cluster} label` });

/** Names a cluster: a sentence that says what it states, and a short label for the map. What was typed stays until it was taken or put away. */
export function Rename({ id, name, label, named, hint, t, save, onClose }: RenameProps) {
  const sentence = useDraft(nameOf(id).sentence, name);
  const short = useDraft(nameOf(id).label, label);
  // On which title it is written: the one that stood when it was begun. Where another one is by now, both stand side by side.
  const basis = useDraft(`${id} basis`);
  const [begun] = useState(named);
  const seen = basis.text === "" ? begun : Number(basis.text);
  const stale = seen !== named;
  const typed = () => basis.write(`${seen}`);
  const close = () => {
    basis.forget();
    sentence.forget();
    short.forget();
    onClose();
  };
  const submit = async (e: Event) => {
    e.preventDefault();
    if (await save(sentence.text.trim(), short.text.trim(), named)) close();
  };
  // A title is one sentence, so Enter takes it; while an input method composes, that key is its own.
  const key = (e: KeyboardEvent) => {
    if (e.key === "Escape") close();
    if (e.key !== "Enter" || e.shiftKey || e.isComposing || !(e.target instanceof HTMLTextAreaElement)) return;
    e.preventDefault();
    if (sentence.text.trim()) (e.currentTarget as HTMLFormElement).requestSubmit();
  };
  return (
    <form class="form" onSubmit={submit} onKeyDown={key}>
      {stale && <div class="meanwhile" role="status"><p>{t("clusters.named-meanwhile")}</p><blockquote><Own text={[name, label].filter(x => x).join(" · ") || "–"} /></blockquote></div>}
      <label>{hint}<textarea rows={3} value={sentence.text} dir="auto" ref={x => { if (x && !x.dataset.met) { x.dataset.met = "1"; x.focus(); } }} onInput={e => { typed(); sentence.write(e.currentTarget.value); }} /></label>
      <label>{t("clusters.label")}<input value={short.text} dir="auto" onInput={e => { typed(); short.write(e.currentTarget.value); }} /></label>
      <div class="card-acts">
        <button type="submit" class="primary" disabled={!sentence.text.trim()}>{t(stale ? "clusters.name-replace" : "clusters.save")}</button>
        <button type="button" onClick={close}>{t("screen.cancel")}</button>
      </div>
    </form>
  );
}
