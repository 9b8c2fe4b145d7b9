import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
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
/** A field that holds its form back is not to be behind a fold. */
const reveal = (event: Event) => {
  const fold = (event.currentTarget as HTMLElement).closest("details");
  if (fold) fold.open = true;
};
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** One of a long list by typing a part of its name; after the combobox pattern of WAI-ARIA, so keyboard and screen reader know it. */
export function Choose({ label, options, value, onChoose, t, say }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const [left, setLeft] = useState(false);
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const chosen = options.find(x => x.id === value);
  const words = plain(typed ?? "").trim();
  const named = (text: string) => options.find(x => plain(say(x.label)) === plain(text).trim());
  const found = open ? options.filter(x => plain(say(x.label)).includes(words)) : [];
  const shown = found.slice(0, most);
  // Words that name nothing in the list stand in the field until somebody chooses or clears: as long as they do, its form does not go.
  const astray = words !== "" && !named(words);
  const wrong = astray && (left || found.length === 0);
  const lost = astray ? t("phone.choose.none") : "";
  useLayoutEffect(() => field.current!.setCustomValidity(lost), [lost]);
  useEffect(() => { if (!value) setTyped(undefined); }, [value]);

  const close = () => {
    clearTimeout(closing.current);
    setTyped(undefined);
    setOpen(false);
    setAt(-1);
  };
  const choose = (option: Option | undefined) => {
    onChoose(option?.id);
    close();
  };
  const write = (text: string) => {
    setTyped(text);
    setOpen(true);
    setAt(-1);
    setLeft(false);
    // What is typed in full is chosen: some phones send a form while its field still has the keyboard.
    const whole = named(text);
    if (whole) onChoose(whole.id);
  };
  // The list stays for a moment: a tap that ends here must find its button where it stood.
  const leave = () => {
    setLeft(true);
    closing.current = setTimeout(astray ? () => setOpen(false) : close, 200);
  };
  const enter = (event: FocusEvent) => {
    clearTimeout(closing.current);
    if (!astray) setTyped("");
    setOpen(true);
    (event.currentTarget as HTMLInputElement).select();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
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
          aria-invalid={wrong} aria-describedby={id + "-said"} value={typed ?? say(chosen?.label)} onInput={event => write(event.currentTarget.value)}
          onFocus={enter} onBlur={leave} onKeyDown={onKeyDown} onInvalid={reveal} />
        {(chosen || astray) && !open && <button type="button" class="quiet" onClick={() => choose(undefined)}>{t("phone.choose.clear")}</button>}
        <ul id={id + "-list"} role="listbox" aria-label={label} class="choices" hidden={shown.length === 0}>
          {shown.map((x, n) => (
            <li key={x.id} id={`${id}-${n}`} role="option" aria-selected={n === at} onMouseDown={event => event.preventDefault()} onClick={() => { choose(x); field.current?.blur(); }}>
              {say(x.label)}
            </li>
          ))}
        </ul>
      </div>
      <p id={id + "-said"} class={`said ${wrong ? "wrong" : "hint"}`} role="status">
        {wrong ? lost : <span class="unseen">{open && t("phone.choose.found", { n: found.length })}</span>}
      </p>
    </div>
  );
}
