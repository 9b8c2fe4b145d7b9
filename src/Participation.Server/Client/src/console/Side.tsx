import { Ballots } from "./Ballots";
import { useDesk } from "./context";
import { FoldButton } from "./FoldButton";
import type { Fold } from "./folds";
import { Panels, type Panel } from "./Panels";
import { RoundActs } from "./RoundActs";
import { WallSmall } from "./WallSmall";

/** Beside the work: what the room sees, the open step's rules, the way to people and links. Folded, the way to them, and the keys that turn the wall's pages. */
export function Side({ fold, open }: { fold: Fold; open: (panel: Panel) => void }) {
  const { view, t } = useDesk();
  return (
    <aside class={fold.folded ? "side is-folded" : "side"} aria-label={t("console.side")}>
      <FoldButton fold={fold} name={t("console.side")} at="end" />
      <WallSmall />
      {!fold.folded && (
        <div class="side-step">
          <Ballots />
          {view.item?.takes && view.status !== "closed" && <RoundActs item={view.item} />}
        </div>
      )}
      <Panels.Buttons open={open} />
    </aside>
  );
}
