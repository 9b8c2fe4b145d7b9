import { Clock } from "../ui/Clock";
import { figure, type Translate } from "../texts";
import type { Undo } from "../views";
import { useDesk } from "./context";
import type { Panel } from "./Panels";
import { useQr } from "./qr";
import { Switches } from "./Switches";

interface Props { setLanguage: (language: string) => void; open: (panel: Panel) => void }

/** Always in sight: which session, how to join, how many joined, are here and answered, what can be undone. */
export function TopBar({ setLanguage, open }: Props) {
  const { session, live, view, board, here, connected, language, t, say, act } = useDesk();
  const { undo } = board;
  return (
    <header class="top">
      <button type="button" class="top-join" onClick={() => open("join")}>
        <img class="top-qr" src={useQr(session)} alt="" width="52" height="52" />
        <span><span class="note">{t("console.code")}</span><b class="code" translate={false}>{view.code}</b></span>
        <span class="unseen">{t("console.show-code")}</span>
      </button>
      <div class="top-title">
        <p class="note"><a href="/console">{t("console.title")}</a> · {t(`console.session-${view.status}`)}{!connected && ` · ${t("console.away-short")}`}</p>
        <h1>{say(view.title)}</h1>
      </div>
      <dl class="counts">
        <Count n={view.joined} name={t("console.count-joined")} t={t} />
        <Count n={here} name={t("console.count-here")} t={t} />
        <Count n={view.item?.answered} name={t("console.count-answered")} t={t} />
      </dl>
      <div class="top-clock"><Clock live={live} timer={view.timer} t={t} /></div>
      <button type="button" class="undo" disabled={!undo || !connected} onClick={() => undo && void act("session.undo", { act: undo.act })}>
        <span>{t("console.undo")}</span>
        <small>{undo ? actName(undo, t) : t("console.nothing-to-undo")}</small>
      </button>
      <Switches language={language} setLanguage={setLanguage} t={t} />
    </header>
  );
}

/** What an act is called: the console knows its own, a kind of activity names its own, and one that is not loaded now is a contribution. */
function actName({ name, how, item }: Undo, t: Translate): string {
  const [kind, act] = name.split(".");
  const keys = [`console.act.${name}${how ? `.${how}` : ""}`, `${kind}.act.${act}`];
  return t(keys.find(x => t(x) !== x) ?? "console.act.other", { item: item ?? "" });
}

function Count({ n, name, t }: { n: number | undefined; name: string; t: Translate }) {
  return <div><dt>{name}</dt><dd class="numeral">{n === undefined ? "–" : figure(n, t)}</dd></div>;
}
