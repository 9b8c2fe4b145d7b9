import type { Translate } from "../texts";
import { Dialog } from "./Dialog";
import type { Key } from "./keys";

interface Props {
  keys: readonly Key[];
  on: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
  t: Translate;
}

/** The keys of this page, and the switch that turns them off. */
export function KeySheet({ keys, on, onSwitch, onClose, t }: Props) {
  return (
    <Dialog title={t("screen.keys-title")} close={t("screen.keys-close")} onClose={onClose}>
      <dl class="key-list">
        {keys.map(x => (
          <div key={x.key}>
            <dt><kbd>{x.shown ?? x.key.toUpperCase()}</kbd></dt>
            <dd>{x.name}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={on} onChange={e => onSwitch(e.currentTarget.checked)} />
        {t("screen.keys-on")}
      </label>
      <p class="note">{t("screen.keys-note")}</p>
    </Dialog>
  );
}
