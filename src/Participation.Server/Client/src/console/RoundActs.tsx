import type { Item } from "../views";
import { useDesk } from "./context";

const moderations = ["off", "before", "after"] as const;

/** What holds for the open step's contributions, where words may wait there, and another round of it. */
export function RoundActs({ item }: { item: Item }) {
  const { connected, t, act } = useDesk();
  return (item.moderation || item.repeats) && (
    <fieldset class="act-group" disabled={!connected}>
      {item.moderation && <div role="radiogroup" aria-label={t("console.moderation")}>
        <p class="act-name">{t("console.moderation")}</p>
        <div class="segments">
          {moderations.map(x => (
            <button key={x} type="button" role="radio" aria-checked={item.moderation === x} onClick={() => void act("step.moderate", { moderation: x }, { item: item.id })}>{t(`console.moderate-${x}`)}</button>
          ))}
        </div>
      </div>}
      {item.repeats && <button type="button" onClick={() => void act("step.new-round", {}, { item: item.id })}>{t("console.new-round")}</button>}
    </fieldset>
  );
}
