import { figure, type Translate } from "../texts";
import { Clock } from "../ui/Clock";
import { useDesk } from "./context";
import type { Panel } from "./Panels";
import { useQr } from "./qr";
import { Switches } from "./Switches";

interface Props { setLanguage: (language: string) => void; open: (panel: Panel) => void }

/** Always in sight: which session and step, how many joined, are here and answered, how to join, the time that is left. */
export function TopBar({ setLanguage, open }: Props) {
  const { session, live, view, here, connected, language, t, say } = useDesk();
  const qr = useQr(session);
  return (
    <header class="top">
      <div class="top-title">
        <h1>{say(view.title)}</h1>
        <p class="note">
          <a href="/console">{t("console.title")}</a> · {t(`console.session-${view.status}`)}{!connected && ` · ${t("console.away-short")}`}
          {view.item && view.status !== "closed" && ` · ${t("room.step", { position: view.position, steps: view.steps })}`}
        </p>
      </div>
      <dl class="counts">
        <Count n={view.joined} name={t("console.count-joined")} t={t} />
        <Count n={here} name={t("console.count-here")} t={t} />
        <Count n={view.item?.answered} name={t("console.count-answered")} t={t} />
      </dl>
      <Clock live={live} timer={view.timer} t={t} />
      {/* It lets nobody in any more. */}
      {view.status !== "closed" && <button type="button" class="top-join" onClick={() => open("join")}>
        <img class="top-qr" src={qr} alt="" width="40" height="40" />
        <span><span class="note">{t("console.code")}</span><b class="code" translate={false}>{view.code}</b></span>
        <span class="unseen">{t("console.show-code")}</span>
      </button>}
      <Switches language={language} setLanguage={setLanguage} t={t} />
    </header>
  );
}

function Count({ n, name, t }: { n: number | undefined; name: string; t: Translate }) {
  return <div><dt>{name}</dt><dd class="numeral">{n === undefined ? "–" : figure(n, t)}</dd></div>;
}
