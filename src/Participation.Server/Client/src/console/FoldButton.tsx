import type { Fold } from "./folds";

/** Folds the panel that it heads, or opens it; the arrow shows where it goes. */
export function FoldButton({ fold, name, at }: { fold: Fold; name: string; at: "start" | "end" }) {
  return (
    <button type="button" class="fold quiet" aria-expanded={!fold.folded} aria-label={name} title={name} onClick={fold.turn}>
      <span aria-hidden="true">{(at === "start") === fold.folded ? "»" : "«"}</span>
    </button>
  );
}
