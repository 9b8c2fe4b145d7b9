import { useState } from "preact/hooks";

/** A choice of this device that survives a reload. */
export function useKept(key: string, first: string): [string, (value: string) => void] {
  const [value, set] = useState(() => localStorage.getItem(key) ?? first);
  return [value, next => {
    localStorage.setItem(key, next);
    set(next);
  }];
}
