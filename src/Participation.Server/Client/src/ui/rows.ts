import type { VNode } from "preact";
import { useMemo } from "preact/hooks";

/**
 * The rows of a list. A row whose item kept its reference keeps its element, and Preact passes over it: of 2,000 cards only the
 * changed ones are compared. `inputs` is what every row depends on besides its item.
 */
export function useRows<T extends object>(items: readonly T[], row: (item: T) => VNode, inputs: unknown[]): VNode[] {
  const known = useMemo(() => new WeakMap<T, VNode>(), inputs);
  return items.map(item => {
    const found = known.get(item) ?? row(item);
    known.set(item, found);
    return found;
  });
}
