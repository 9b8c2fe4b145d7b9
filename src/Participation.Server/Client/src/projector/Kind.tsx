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

interface CountProps { kind: string; /** The count in its longest form, whose room is kept. */ room: string; children: ComponentChildren }

export const KindCount = ({ kind, room, children }: CountProps) => <span class={`wall-kind is-${kind}`}><KindSign kind={kind} /> <span class="wall-roomy" data-room={room}>{children}</span></span>;
