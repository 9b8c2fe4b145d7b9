import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

const cards = "[data-card]";

interface Keys {
  /** What a key does to the card that holds the focus. True: it was taken. */
  press: (card: HTMLElement, key: string) => boolean;
}

/**
 * The keyboard's place among cards. Arrows go from card to card, other keys act on the card that holds the focus. When it moves away or disappears the focus
 * stays with it or goes to the one that takes its place: it never falls back to the page, where the next letter would mean the whole room.
 */
export function useHeld(place: RefObject<HTMLElement | null>, { press }: Keys): { onward: () => void } {
  const held = useRef<{ id: string; at: number }>(undefined);
  const latest = useRef(press);
  latest.current = press;
  const all = () => [...place.current!.querySelectorAll<HTMLElement>(cards)];
  const hold = (card: HTMLElement | undefined | null) => {
    held.current = card ? { id: card.dataset.card!, at: all().indexOf(card) } : undefined;
  };
  const onward = () => {
    const here = all();
    const at = here.findIndex(x => x.dataset.card === held.current?.id);
    const list = here[at]?.closest("ul");
    const next = [here[at + 1], here[at - 1]].find(x => x && x.closest("ul") === list);
    // The last one of its list: nothing is next, and no other list's card is taken for it.
    (next ?? place.current!).focus();
    held.current = next ? { id: next.dataset.card!, at: here.indexOf(next) } : { id: "", at: 0 };
  };
  useEffect(() => {
    const root = place.current!;
    root.tabIndex = -1;
    const cardOf = (e: Event) => (root.contains(e.target as Node) ? (e.target as Element).closest<HTMLElement>(cards) : null);
    const into = (e: FocusEvent) => { if (!(e.target as Element).closest("dialog")) hold(cardOf(e)); };
    const away = (e: Event) => { if (!(e.target as Element).closest("dialog") && !cardOf(e)) hold(null); };
    const key = (e: KeyboardEvent) => {
      const card = cardOf(e);
      if (e.target === root && e.key === "Escape") root.blur();
      // But for what takes the last act back.
      if (e.target === root && !e.ctrlKey && !e.altKey && !e.metaKey && /^[a-tv-z]$/i.test(e.key)) e.preventDefault();
      if (card && e.key === "Escape") {
        hold(null);
        (document.activeElement as HTMLElement).blur();
      }
      if (!card || e.ctrlKey || e.altKey || e.metaKey || (e.target as Element).matches("input, textarea, select")) return;
      if (!step(card, e.key) && (e.repeat || !latest.current(card, e.key))) return;
      e.preventDefault();
    };
    const step = (card: HTMLElement, name: string): boolean => {
      const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[name];
      const next = by && all()[all().indexOf(card) + by];
      if (next) next.focus();
      return !!by;
    };
    document.addEventListener("focusin", into);
    document.addEventListener("pointerdown", away);
    root.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("focusin", into);
      document.removeEventListener("pointerdown", away);
      root.removeEventListener("keydown", key);
    };
  }, []);
  // After each drawing: a card that was taken out of the page took the focus with it.
  useEffect(() => {
    if (!held.current || (document.activeElement && document.activeElement !== document.body)) return;
    const here = all();
    // The last one is gone: the place where they lay keeps the letters from the room.
    (here.find(x => x.dataset.card === held.current!.id) ?? here[Math.min(held.current.at, here.length - 1)] ?? place.current!).focus();
  });
  return { onward };
}

/** Presses the button of a card that names the key. A letter that no button of the card has does nothing: for the room it might mean the next step. */
export function pressButton(card: HTMLElement, key: string): boolean {
  if (!/^[a-z]$/i.test(key) || /^u$/i.test(key)) return false;
  card.querySelector<HTMLElement>(`[data-key="${key.toLowerCase()}"]:not(:disabled)`)?.click();
  return true;
}
