import { useEffect, useState } from "preact/hooks";
import { ask, type Failure } from "../http";
import { moment, useZone } from "../ui/moment";
import type { Words } from "../ui/words";
import type { Language, LocalText, Me, SessionRow } from "../views";
import { AccountMenu } from "./AccountMenu";
import { OpenSession, type WorkshopLine } from "./OpenSession";
import { Reports } from "./Reports";
import { Switches } from "./Switches";

export type SessionLine = Omit<SessionRow, "title"> & { title: LocalText | string };

interface Props { language: Language; setLanguage: (language: string) => void; words: Words }

/** All sessions of this server, and the workshops from which a new one is opened. */
export function Sessions({ language, setLanguage, words: { t, say } }: Props) {
  const [sessions, setSessions] = useState<SessionLine[]>();
  const [workshops, setWorkshops] = useState<WorkshopLine[]>();
  const [failure, setFailure] = useState<Failure>();
  const [me, setMe] = useState<Me>();
  useEffect(() => {
    void ask<Me>("/api/account").then(x => { if (x.ok) setMe(x.value); });
    document.title = t("console.title");
    void ask<SessionLine[]>("/api/sessions").then(x => (x.ok ? setSessions(x.value) : setFailure(x.failure)));
    void ask<WorkshopLine[]>("/api/workshops").then(x => { if (x.ok) setWorkshops(x.value); });
  }, []);
  if (failure) {
    return (
      <main class="alone">
        <h1>{t(failure.code === "none" ? "console.no-server" : "console.no-seat-title")}</h1>
        <p>{t(failure.code === "none" ? "console.no-server-text" : "console.no-seat")}</p>
        {failure.code === "sign-in.none" && <a href="/sign-in?to=/console">{t("console.sign-in")}</a>}
        {failure.code === "none" && <button type="button" class="primary" onClick={() => location.reload()}>{t("console.again")}</button>}
      </main>
    );
  }
  return (
    <div class="home">
      <header class="home-head">
        <h1>{t("console.title")}</h1>
        {me && <AccountMenu me={me} t={t} />}
        <Switches language={language} setLanguage={setLanguage} t={t} />
      </header>
      <main class="home-main">
        <section aria-labelledby="sessions">
          <h2 id="sessions">{t("console.sessions")}</h2>
          {!sessions && <p class="empty">{t("console.loading")}</p>}
          {sessions?.length === 0 && <p class="empty">{t("console.no-sessions")}</p>}
          <ul class="sessions">{sessions?.map(x => <Line key={x.id} session={x} language={language} words={{ t, say }} />)}</ul>
        </section>
        <section aria-labelledby="open">
          <h2 id="open">{t("console.open-session")}</h2>
          {workshops ? <OpenSession workshops={workshops} language={language} words={{ t, say }} /> : <p class="empty">{t("console.loading")}</p>}
        </section>
      </main>
    </div>
  );
}

function Line({ session: x, language, words: { t, say } }: { session: SessionLine; language: Language; words: Words }) {
  const zone = useZone();
  const title = <bdi dir="auto">{typeof x.title === "string" ? x.title : say(x.title)}</bdi>;
  return (
    <li class="session">
      <h3>{x.leads ? <a href={`/console/${x.id}`}>{title}</a> : title}</h3>
      <p class="facts">
        <span class={`state is-${x.status}`}>{t(`console.session-${x.status}`)}</span>
        {x.sample && <span class="tag">{t("console.sample")}</span>}
        <span>{t("console.code")} <b class="code">{x.code}</b></span>
        <span>{t("console.joined-n", { n: x.joined })}</span>
        <span>{t("console.contributions", { n: x.contributions })}</span>
        <span>{moment(x.openedAt, language, zone)}</span>
      </p>
      <Reports session={x.id} language={x.language} leads={x.leads} t={t} />
    </li>
  );
}
