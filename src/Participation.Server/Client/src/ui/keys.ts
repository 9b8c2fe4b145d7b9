import { useEffect, useRef } from "preact/hooks";

/** A key of the keyboard: what it is called on the sheet, and what it does. */
export interface Key {
  key: string;
  shown?: string;
  name: string;
  act: () => void;
}

/**
 * Single keys that act on the whole page. They rest while somebody types, while a dialog is open, and when they are switched off
 * (WCAG 2.1.4); a key together with Ctrl, Alt or Meta belongs to the browser.
 */
export function useKeys(keys: readonly Key[], on: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!on) return;
    const press = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.altKey || e.metaKey || e.defaultPrevented || isTyping(e.target)) return;
      const found = latest.current.find(x => x.key === (e.key.length === 1 ? e.key.toLowerCase() : e.key));
      if (!found || (e.repeat && found.key.length === 1)) return;
      e.preventDefault();
      found.act();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [on]);
}

function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"));
}
