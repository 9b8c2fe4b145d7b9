import type { ComponentChildren } from "preact";
import type { Translate } from "../texts";
import { spoken } from "./address";
import { useFit } from "./fit";
import { useWall } from "./wall";

export function Qr({ session, address, t }: { session: string; address: string; t: Translate }) {
  return <img class="wall-qr" src={`/api/sessions/${session}/qr.svg?at=${encodeURIComponent(address)}`} alt={t("projector.qr")} />;
}

/** How to join, always; at the right what the numbers are of, or that answers are closed or not shown yet. */
export function Foot({ tell }: { tell?: ComponentChildren }) {
  const { session, view, address, t, onKeys } = useWall();
  const item = view.status === "live" && view.item?.takes ? view.item : undefined;
  const fitted = useFit<HTMLDivElement>({});
  return (
    <footer class="wall-foot" aria-label={t("projector.join")}>
      {view.status !== "closed" && <>
        <Qr session={session} address={address} t={t} />
        <div class="wall-join" translate={false}>
          {view.code && <span class="wall-code">{spoken(view.code)}</span>}
          <span class="wall-address">{address}</span>
        </div>
      </>}
      <div class="wall-tell" ref={fitted}>
        {tell}
        {item?.hidden && <span class="wall-flag">{t("projector.hidden-flag")}</span>}
        {item?.locked && <span class="wall-flag">{t("projector.locked")}</span>}
        <button type="button" class="wall-button" aria-label={t("screen.key-sheet")} onClick={onKeys}>?</button>
      </div>
    </footer>
  );
}

/** The code and the QR code as large as the screen allows. */
export function BigCode() {
  const { session, view, address, t } = useWall();
  return (
    <div class="wall-over wall-big-code">
      <Qr session={session} address={address} t={t} />
      <How address={address} code={view.code} t={t} />
    </div>
  );
}

/** How one gets in, in words. */
export function How({ address, code, t }: { address: string; code?: string; t: Translate }) {
  return (
    <div>
      <p class="wall-how">{t("projector.join-scan")}<br />{t("projector.join-type")} <b translate={false}>{address}</b></p>
      {code && <p class={code.length > 6 ? "wall-giant-code is-long" : "wall-giant-code"} translate={false}>{spoken(code)}</p>}
    </div>
  );
}
