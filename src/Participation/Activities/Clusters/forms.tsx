import { useState } from "preact/hooks";
import type { Translate } from "@client/texts";

interface Props { label: string; hint: string; optional?: boolean; t: Translate; make: (name: string) => Promise<boolean> }

/** Makes a cluster or a group. What was typed stays until it was taken. */
export function NewForm({ label, hint, optional, make }: Props) {
  const [name, setName] = useState("");
  const submit = async (e: Event) => {
    e.preventDefault();
    if (await make(name.trim())) setName("");
  };
  return (
    <form class="inline" onSubmit={submit}>
      <input size={hint.length} aria-label={hint} placeholder={hint} value={name} dir="auto" onInput={e => setName(e.currentTarget.value)} />
      <button type="submit" disabled={!optional && !name.trim()}>{label}</button>
    </form>
  );
}

interface RenameProps { name: string; label: string; hint: string; t: Translate; save: (name: string, label: string) => Promise<boolean>; onClose: () => void }

/** Names a cluster: a sentence that says what it states, and a short label for the map. */
export function Rename({ name, label, hint, t, save, onClose }: RenameProps) {
  const [text, setText] = useState(name);
  const [short, setShort] = useState(label);
  const submit = async (e: Event) => {
    e.preventDefault();
    if (await save(text.trim(), short.trim())) onClose();
  };
  return (
    <form class="form" onSubmit={submit} onKeyDown={e => { if (e.key === "Escape") onClose(); }}>
      <label>{hint}<textarea rows={3} value={text} dir="auto" ref={x => { if (x && !x.dataset.met) { x.dataset.met = "1"; x.focus(); } }} onInput={e => setText(e.currentTarget.value)} /></label>
      <label>{t("clusters.label")}<input value={short} dir="auto" onInput={e => setShort(e.currentTarget.value)} /></label>
      <div class="card-acts">
        <button type="submit" class="primary" disabled={!text.trim()}>{t("clusters.save")}</button>
        <button type="button" onClick={onClose}>{t("screen.cancel")}</button>
      </div>
    </form>
  );
}
