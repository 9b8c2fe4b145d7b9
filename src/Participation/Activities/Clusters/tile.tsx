import { useState } from "preact/hooks";
import type { Translate } from "@client/texts";
import type { Card } from "@client/views";
import { Own } from "@client/ui/Own";

interface Props {
  card: Card;
  duplicateOf?: string;
  movable: boolean;
  /** The letters that move it, as the card says them: A–G. */
  keys: string;
  /** What its sheet is good for in this step. */
  opens: string;
  t: Translate;
  open: (card: Card) => void;
}

/** A card on the table: dragged with a pointer, moved by the letter of a cluster while it holds the focus, or from its menu. */
export function Tile({ card, duplicateOf, movable, keys, opens, t, open }: Props) {
  return (
    <li
      class={`clusters-tile${duplicateOf ? " is-duplicate" : ""}`}
      draggable={movable}
      onDragStart={e => {
        e.dataTransfer!.setData(type, card.id);
        e.dataTransfer!.effectAllowed = "move";
      }}
    >
      <button type="button" class="clusters-tile-open" data-card={card.id} onClick={() => open(card)}>
        <b class="card-id">{card.id}</b> <Own text={card.text} />
        <span class="unseen">{opens}</span>
      </button>
      <p class="clusters-keys" aria-hidden="true">
        {movable && keys && <span><kbd>{keys}</kbd> {t("clusters.key-move")}</span>}
        <span><kbd>↵</kbd> {opens}</span>
      </p>
      {duplicateOf && <p class="card-about">{t("clusters.duplicate-of", { id: duplicateOf })}</p>}
    </li>
  );
}

const type = "application/x-contribution";

/** Makes a place take dropped cards. */
export function useDrop(take: (contribution: string) => void) {
  const [over, set] = useState(false);
  return {
    over,
    on: {
      onDragOver: (e: DragEvent) => {
        if (!e.dataTransfer?.types.includes(type)) return;
        e.preventDefault();
        if (!over) set(true);
      },
      onDragLeave: (e: DragEvent) => {
        if (!(e.currentTarget as Element).contains(e.relatedTarget as Node | null)) set(false);
      },
      onDrop: (e: DragEvent) => {
        const id = e.dataTransfer?.getData(type);
        set(false);
        if (!id) return;
        e.preventDefault();
        take(id);
      },
    },
  };
}
