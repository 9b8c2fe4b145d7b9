import type { Translate } from "../texts";
import type { SessionView } from "../views";
import { spoken } from "./address";

export interface JoinProps { session: string; view: SessionView; here?: number; address: string; t: Translate }

export function Qr({ session, t }: { session: string; t: Translate }) {
  return <img class="qr" src={`/api/sessions/${session}/qr.svg`} alt={t("projector.qr")} />;
}

/** What stays on the screen all the time: how to join, and how many did. */
export function Rail({ session, view, here, address, t, onKeys }: JoinProps & { onKeys: () => void }) {
  return (
    <aside class="rail" aria-label={t("projector.join")}>
      {view.status !== "closed" && (
        <div class="rail-join">
          <Qr session={session} t={t} />
          <p class="rail-code">{view.code && spoken(view.code)}</p>
          <p class="rail-address">{address}</p>
        </div>
      )}
      <dl class="rail-counts">
        <Count n={view.joined} name={t("projector.joined", { n: view.joined })} />
        {here !== undefined && view.status !== "closed" && <Count n={here} name={t("projector.here", { n: here })} />}
        {view.item?.takes && view.status === "live" && <Count n={view.item.answered} name={t("projector.answered", { n: view.item.answered })} />}
      </dl>
      <button type="button" class="local" aria-label={t("screen.key-sheet")} onClick={onKeys}>?</button>
    </aside>
  );
}

function Count({ n, name }: { n: number; name: string }) {
  return <div><dt>{name}</dt><dd class="numeral">{n}</dd></div>;
}

/** The code and the QR code as large as the screen allows. */
export function BigCode({ session, view, address, t }: JoinProps) {
  return (
    <div class="over big-code">
      <Qr session={session} t={t} />
      <div>
        <p class="lead">{t("projector.join-scan")}</p>
        <p class="lead">{t("projector.join-type")}</p>
        <p class="big-address">{address}</p>
        <p class="giant">{view.code && spoken(view.code)}</p>
        <p class="lead numeral">{t("projector.joined-n", { n: view.joined })}</p>
      </div>
    </div>
  );
}
