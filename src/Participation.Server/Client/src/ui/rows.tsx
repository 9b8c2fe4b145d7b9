import { Component, type VNode } from "preact";
import { useMemo } from "preact/hooks";

export interface RowProps<T> {
  item: T;
  row: (item: T) => VNode;
  /** What a row depends on besides its item: the same array as long as nothing in it changed. */
  inputs: readonly unknown[];
}

/**
 * A row is drawn again when its item or an input is another one: of 2,000 cards only the changed ones. A component says so and no element
 * is kept aside: a kept element would hold on to the whole tree that it was first drawn in.
 */
export class Row<T> extends Component<RowProps<T>> {
  override shouldComponentUpdate(next: RowProps<T>): boolean {
    return next.item !== this.props.item || next.inputs !== this.props.inputs;
  }

  override render({ item, row }: RowProps<T>): VNode {
    return row(item);
  }
}

/** The rows of a list. `inputs` is what every row depends on besides its item. */
export function useRows<T extends { id: string }>(items: readonly T[], row: (item: T) => VNode, inputs: unknown[]): VNode[] {
  const kept = useMemo(() => inputs, inputs);
  return items.map(item => <Row key={item.id} item={item} row={row as (item: unknown) => VNode} inputs={kept} />);
}
