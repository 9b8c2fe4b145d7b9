import { figure, type Translate } from "../texts";
import { useFit } from "./fit";
import { How, Qr } from "./Foot";
import { Page } from "./Page";
import { useWall } from "./wall";

/** Before the start: how to join, large, and the people arriving, one dot a person. */
export function Waiting() {
  const { session, view, here, address, institution, t, say } = useWall();
  const fitted = useFit<HTMLHeadingElement>(say(view.title));
  return (
    <div class="wall-page">
      <div class="wall-rule" aria-hidden="true">{Array.from({ length: view.steps }, (_, i) => <i key={i} />)}</div>
      {institution?.name && <header class="wall-mast">{institution.logo && <img class="wall-logo" src="/api/institution/logo" alt="" />}<b>{institution.name}</b></header>}
      <main class="wall-main">
        <div class="wall-head"><h1 class="wall-title" ref={fitted}>{say(view.title)}</h1></div>
        <div class="wall-body wall-waiting">
          <Qr session={session} address={address} t={t} />
          <How address={address} code={view.code} t={t} />
        </div>
      </main>
      <footer class="wall-foot">
        <div class="wall-arrived" aria-live="polite">
          <p><b class="wall-number">{figure(view.joined, t)}</b> {t("projector.joined-n", { n: view.joined })}{here !== undefined && here !== view.joined && ` · ${t("projector.here-n", { n: here })}`}</p>
        </div>
      </footer>
    </div>
  );
}

export function Paused() {
  const { t } = useWall();
  return (
    <Page>
      <div class="wall-still">
        <h1>{t("projector.paused-title")}</h1>
        <p>{t("projector.paused")}</p>
      </div>
    </Page>
  );
}

export function Closed() {
  const { session, view, address, t } = useWall();
  const thanks = (
    <div class="wall-still">
      <h1>{t("projector.closed-title")}</h1>
      <p>{t("projector.closed", { n: view.joined })}</p>
    </div>
  );
  if (!view.results) return <Page>{thanks}</Page>;
  return (
    <Page>
      <div class="wall-results">
        {thanks}
        <div class="wall-take">
          <h2>{t("projector.results")}</h2>
          <img class="wall-qr" src={`/results/${session}/qr.svg`} alt={t("projector.results-qr")} />
          <p>{t("projector.results-type")} <b translate={false}>{address}/r/{view.code}</b></p>
        </div>
      </div>
    </Page>
  );
}

/** Before there is a view, or when there will be none. */
export function Quiet({ title, text }: { title: string; text: string }) {
  return (
    <main class="wall-quiet">
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  );
}

/** The connection is lost: the last state stays, and says since when it stands. */
export function Away({ since, t }: { since: string; t: Translate }) {
  return <p class="wall-away" role="status">{since ? t("projector.away", { time: since }) : t("projector.away-title")}</p>;
}
