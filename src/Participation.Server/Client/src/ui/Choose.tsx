import { useId, useRef, useState } from "preact/hooks";
import type { Translate } from "../texts";
import type { LocalText, Option } from "../views";

interface Props {
  label: string;
  options: Option[];
  value?: string;
  onChoose: (id: string | undefined) => void;
  t: Translate;
  say: (text: LocalText | undefined) => string;
}

const most = 30;
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** One of a long list by typing a part of its name; after the combobox pattern of WAI-ARIA, so keyboard and screen reader know it. */
export function Choose({ label, options, value, onChoose, t, say }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(-1);
  const [lost, setLost] = useState(false);
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const chosen = options.find(x => x.id === value);
  const open = typed !== undefined;
  const found = open ? options.filter(x => plain(say(x.label)).includes(plain(typed))) : [];
  const shown = found.slice(0, most);

  const close = () => {
    clearTimeout(closing.current);
    setTyped(undefined);
    setAt(-1);
  };
  const choose = (option: Option | undefined) => {
    onChoose(option?.id);
    setLost(false);
    close();
  };
  // What was typed in full is chosen; anything else is said to be lost. The list stays for a moment: a tap that ends here must find its button where it stood.
  const leave = () => {
    const words = plain(typed ?? "").trim();
    const exact = found.find(x => plain(say(x.label)) === words);
    if (exact) onChoose(exact.id);
    setLost(words !== "" && !exact);
    closing.current = setTimeout(close, 200);
  };
  const enter = (event: FocusEvent) => {
    clearTimeout(closing.current);
    setLost(false);
    setTyped("");
    (event.currentTarget as HTMLInputElement).select();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setTyped("");
      else setAt((at + (event.key === "ArrowDown" ? 1 : -1) + shown.length) % Math.max(1, shown.length));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      const one = shown[at] ?? (shown.length === 1 ? shown[0] : undefined);
      if (one) choose(one);
    } else if (event.key === "Escape") close();
  };
  return (
    <div class="field choose">
      <label for={id}>{label}</label>
      <div class="line">
        <input id={id} ref={field} role="combobox" aria-expanded={open} aria-controls={id + "-list"} aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined} autocomplete="off" spellcheck={false} placeholder={t("phone.choose.type")}
          value={typed ?? say(chosen?.label)} onInput={event => { setTyped(event.currentTarget.value); setAt(-1); }}
          onFocus={enter} onBlur={leave} onKeyDown={onKeyDown} />
        {chosen && !open && <button type="button" class="quiet" onClick={() => choose(undefined)}>{t("phone.choose.clear")}</button>}
        <ul id={id + "-list"} role="listbox" aria-label={label} class="choices" hidden={shown.length === 0}>
          {shown.map((x, n) => (
            <li key={x.id} id={`${id}-${n}`} role="option" aria-selected={n === at} onMouseDown={event => event.preventDefault()} onClick={() => { choose(x); field.current?.blur(); }}>
              {say(x.label)}
            </li>
          ))}
        </ul>
      </div>
      <p class="hint said" role="status">
        {lost || (open && found.length === 0) ? t("phone.choose.none") : <span class="unseen">{open && t("phone.choose.found", { n: found.length })}</span>}
      </p>
    </div>
  );
}
