import { useState } from "preact/hooks";

/** A choice of this device that survives a reload. */
export function useKept(key: string, first: string): [string, (value: string) => void] {
  const [value, set] = useState(() => localStorage.getItem(key) ?? first);
  return [value, next => {
    localStorage.setItem(key, next);
    set(next);
  }];
}

const draftAt = (key: string) => `draft ${location.pathname} ${key}`;

/** Whether something was typed here and neither taken nor put away. */
export const hasDraft = (key: string): boolean => sessionStorage.getItem(draftAt(key)) !== null;

/** What is being typed in this tab: there again after a reload, and when its form comes back with the step, until it was taken or put away. */
export function useDraft(key: string, first = ""): { text: string; write: (text: string) => void; forget: () => void } {
  const [text, set] = useState(() => sessionStorage.getItem(draftAt(key)) ?? first);
  const forget = () => sessionStorage.removeItem(draftAt(key));
  const write = (next: string) => {
    if (next === first) forget();
    else sessionStorage.setItem(draftAt(key), next);
    set(next);
  };
  return { text, write, forget };
}
