import { useRef, useState } from "preact/hooks";
import type { Translate } from "../texts";

/** An address to be given away: to be read, and copied with one press. */
export function Copied({ name, url, t }: { name: string; url: string; t: Translate }) {
  const field = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState(false);
  // By selection: on plain http, as in a room's own Wi-Fi, there is no other clipboard. What was not copied is selected at least.
  const copy = () => {
    field.current!.select();
    setDone(document.execCommand("copy"));
  };
  return (
    <span class="copied">
      <input ref={field} readOnly value={url} aria-label={name} onFocus={e => e.currentTarget.select()} />
      <button type="button" aria-label={`${t("console.link-copy")}: ${name}`} onClick={copy}>{t(done ? "console.link-copied" : "console.link-copy")}</button>
      <span class="unseen" role="status">{done && t("console.link-copied")}</span>
    </span>
  );
}
