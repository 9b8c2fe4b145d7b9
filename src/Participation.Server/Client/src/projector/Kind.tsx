import type { ComponentChildren } from "preact";

/** The sign of a kind of contribution: told by shape and word, the colour only repeats it. */
export function KindSign({ kind }: { kind: string }) {
  return (
    <svg class="wall-sign" viewBox="0 0 24 24" aria-hidden="true">
      {kind === "sentiment" ? <circle cx="12" cy="12" r="9.5" />
        : kind === "idea" ? <><path d="M2.5 2.5h19v19h-19z" /><path class="is-full" d="M2.5 21.5v-19l19 19z" /></>
        : <path class="is-full" d="M12 2.5 22 21.5H2z" />}
    </svg>
  );
}

export const KindCount = ({ kind, children }: { kind: string; children: ComponentChildren }) => <span class={`wall-kind is-${kind}`}><KindSign kind={kind} /> {children}</span>;
