import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useSettling } from "../press";
import type { Translate } from "../texts";

interface Props { t: Translate; ready: boolean; onCast: () => void; children?: ComponentChildren }

/** Casts a secret ballot, which is final: it says so and asks once more before it goes. */
export function Cast({ t, ready, onCast, children }: Props) {
  const [asking, ask] = useState(false);
  const settling = useSettling(`${asking}`);
  return asking && ready
    ? (
      <div class={`notice ${settling}`} role="alertdialog" aria-label={t("phone.secret.ask")}>
        <p><strong>{t("phone.secret.ask")}</strong></p>
        {children}
        <div class="answers">
          <button class="button primary" onClick={() => { ask(false); onCast(); }}>{t("phone.secret.yes")}</button>
          <button class="button" onClick={() => ask(false)}>{t("phone.secret.no")}</button>
        </div>
      </div>
    )
    : <button class={`button primary ${settling}`} disabled={!ready} onClick={() => ask(true)}>{t("phone.secret.cast")}</button>;
}
