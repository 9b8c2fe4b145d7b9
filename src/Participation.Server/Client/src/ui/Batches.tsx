import { Component, type VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Row } from "./rows";
import "./batches.css";

interface Props<T> {
  items: readonly T[];
  row: (item: T) => VNode;
  /** What every row depends on besides its item. */
  inputs: unknown[];
  /** Which batch an item belongs to: neighbours have the same, and an item keeps its own when others come. */
  by: (item: T, at: number) => string | number;
  /** So many of the first items flow as one list, without a seam between their batches. */
  seamless?: number;
  name: string;
  ordered?: boolean;
}

/**
 * A list of thousands in batches of a hundred. A new item costs its own batch, and the browser passes over batches out of sight: they stay in the page for its
 * search, for the tab key and for screen readers, which hear several lists. What is in sight is drawn first, the other batches follow one a frame.
 */
export function Batches<T extends { id: string }>({ items, row, inputs, by, seamless = 0, name, ordered }: Props<T>) {
  const kept = useMemo(() => inputs, inputs);
  const parts: { key: string | number; items: T[]; flows: boolean }[] = [];
  for (const [at, item] of items.entries()) {
    const key = by(item, at);
    const last = parts[parts.length - 1];
    if (last?.key === key) last.items.push(item);
    else parts.push({ key, items: [item], flows: at < seamless });
  }
  const drawn = useFollowing(parts.length);
  return <>{parts.slice(0, drawn).map(x => <Batch key={x.key} items={x.items} row={row as (item: { id: string }) => VNode} inputs={kept} name={`${name} batch${x.flows ? " flows" : ""}`} ordered={ordered} />)}</>;
}

/** How many are drawn: two at once, then one more with each frame; all of them from then on. */
function useFollowing(all: number): number {
  const [drawn, draw] = useState(2);
  useEffect(() => {
    if (drawn === Infinity) return;
    const next = requestAnimationFrame(() => draw(drawn < all ? drawn + 1 : Infinity));
    return () => cancelAnimationFrame(next);
  }, [drawn, all]);
  return drawn;
}

interface BatchProps { items: readonly { id: string }[]; row: (item: { id: string }) => VNode; inputs: readonly unknown[]; name: string; ordered?: boolean }

class Batch extends Component<BatchProps> {
  override shouldComponentUpdate({ items, inputs, name }: BatchProps): boolean {
    const now = this.props;
    return inputs !== now.inputs || name !== now.name || items.length !== now.items.length || items.some((x, at) => x !== now.items[at]);
  }

  override render({ items, row, inputs, name, ordered }: BatchProps): VNode {
    const rows = items.map(item => <Row key={item.id} item={item} row={row as (item: unknown) => VNode} inputs={inputs} />);
    return ordered ? <ol class={name}>{rows}</ol> : <ul class={name}>{rows}</ul>;
  }
}

/** Batches of a list whose new items come first: counted from its end, so that an item stays in its batch. */
export const fromEnd = (length: number) => (_: unknown, at: number): number => Math.floor((length - 1 - at) / size);

/** Batches of a list in the order of numbers, by the number without its last two digits. */
export const byHundred = (item: { id: string }): string => item.id.slice(0, -2);

/** A multiple of most numbers of columns: a batch ends with a full row. */
export const size = 120;
