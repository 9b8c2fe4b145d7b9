import { useEffect, useState } from "preact/hooks";
import { useKept } from "../ui/local";

/** A panel beside the work: a narrow rail, or open. */
export interface Fold { folded: boolean; turn: () => void }

/**
 * The panels at both sides fold away where the work needs the width: a board with many columns, a small screen. What a person chose is remembered on this device,
 * for boards by itself: whoever opens the run of show while cards are sorted wants it there the next time too.
 */
export function useFolds(wide: boolean): { agenda: Fold; side: Fold } {
  const small = useMatch("(max-width: 1000px)");
  const large = useMatch("(min-width: 1800px)");
  const usual = small || (wide && !large);
  return { agenda: useFold("agenda", wide, usual), side: useFold("side", wide, usual) };
}

function useFold(panel: string, wide: boolean, usual: boolean): Fold {
  const plain = useKept(`fold ${panel}`, "");
  const board = useKept(`fold ${panel} board`, "");
  const [kept, keep] = wide ? board : plain;
  const folded = isFolded(kept, usual);
  return { folded, turn: () => keep(folded ? "open" : "folded") };
}

/** What was chosen, or what is usual: a value that nobody chose counts as none. */
export const isFolded = (kept: string, usual: boolean): boolean => (kept === "folded" || kept === "open" ? kept === "folded" : usual);

function useMatch(query: string): boolean {
  const [matches, set] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const asked = matchMedia(query);
    const told = () => set(asked.matches);
    told();
    asked.addEventListener("change", told);
    return () => asked.removeEventListener("change", told);
  }, [query]);
  return matches;
}
