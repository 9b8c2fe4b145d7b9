import type { Translate } from "../texts";
import type { LocalText } from "../views";
import { spoken } from "./address";
import { Qr, type JoinProps } from "./Rail";

type Said = { say: (text: LocalText | undefined) => string };

/** Before the start: how to join, large, and the people arriving. */
export function Waiting({ session, view, here, address, t, say }: JoinProps & Said) {
  return (
    <div class="waiting">
      <h1>{say(view.title)}</h1>
      <div class="waiting-join">
        <Qr session={session} t={t} />
        <div>
          <p class="lead">{t("projector.join-scan")}</p>
          <p class="lead">{t("projector.join-type")}</p>
          <p class="big-address">{address}</p>
          <p class="giant">{view.code && spoken(view.code)}</p>
        </div>
      </div>
      <p class="lead numeral" aria-live="polite">
        {t("projector.joined-n", { n: view.joined })}{here !== undefined && ` · ${t("projector.here-n", { n: here })}`}
      </p>
    </div>
  );
}

export function Paused({ t }: { t: Translate }) {
  return (
    <div class="calm">
      <h1 class="giant">{t("projector.paused-title")}</h1>
      <p class="lead">{t("projector.paused")}</p>
    </div>
  );
}

export function Closed({ view, t, say }: JoinProps & Said) {
  return (
    <div class="calm">
      <p class="kicker">{say(view.title)}</p>
      <h1 class="giant">{t("projector.closed-title")}</h1>
      <p class="lead">{t("projector.closed", { n: view.joined })}</p>
    </div>
  );
}

/** Before there is a view, or when there will be none. */
export function Quiet({ title, text }: { title: string; text: string }) {
  return (
    <main class="calm">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
    </main>
  );
}

/** The connection is lost: the last state stays, and says that it is the last one. */
export function Away({ t }: { t: Translate }) {
  return <p class="away" role="status">{t("projector.away")}</p>;
}

/** Results are hidden: how many answered is all that is shown. */
export function Hidden({ answered, joined, t }: { answered: number; joined: number; t: Translate }) {
  return (
    <div class="calm">
      <p class="giant numeral">{answered}<small> / {joined}</small></p>
      <p class="lead">{t("projector.hidden", { answered, joined })}</p>
    </div>
  );
}
