import { useEffect, useMemo, useState } from "preact/hooks";
import projector from "virtual:texts/projector";
import room from "virtual:texts/room";
import screen from "virtual:texts/screen";
import type { ProjectorModule } from "../activity";
import { modules } from "../screens";
import type { OnWall, WallLive } from "../steering";
import { setTheme } from "../theme";
import { KeySheet } from "../ui/KeySheet";
import { useLive } from "../ui/hooks";
import { useKeys, type Key } from "../ui/keys";
import { useInstitution } from "../ui/institution";
import { useKept } from "../ui/local";
import { clock, useZone } from "../ui/moment";
import { useKind, useWords } from "../ui/words";
import { useAwake } from "./awake";
import { BigCode } from "./Foot";
import { alone, say as sayOut, stepOf, within } from "./follow";
import { Stage } from "./Stage";
import { Closed, Paused, Quiet, Waiting } from "./states";
import { WallProvider } from "./wall";
import { Zoom } from "./Zoom";
import { useAddress } from "./address";

const find = modules<ProjectorModule>(import.meta.glob("../../../../Participation/Activities/*/projector.tsx"));

interface Props { session: string; live: WallLive; /** How this wall is led: by its own keys and the console, or as a picture on the console. */ use: (live: WallLive) => [OnWall, (on: OnWall) => void]; picture?: boolean }

/** The shared screen of the room. It follows the session, and from the console or its own keys the page, one card alone, the code, or nothing at all. */
export function Projector({ session, live, use, picture = false }: Props) {
  const { contact, whole, here, bye } = useLive(live);
  const view = whole?.view;
  const language = whole?.you.language ?? view?.language ?? "en";
  const words = useWords(language, [room, screen, projector]);
  const brought = useKind(view?.item?.kind, language, find);
  const address = useAddress(session, contact === "here");
  const institution = useInstitution();
  const [on, show] = use(live);
  const [sheet, setSheet] = useState(false);
  const [keysOn, setKeysOn] = useKept("keys", "on");
  const step = stepOf(view?.item);
  const chosenHere = within(on, step);
  const things = useMemo(() => (on.over === "card" && view?.activity !== undefined && brought?.module.zoomable?.(view.activity)) || [], [on.over, view?.activity, brought]);
  // A card that is gone, with its step or by itself, covers nothing any more.
  const over = on.over === "card" && !(chosenHere && (on.card === undefined || alone(things, on.card))) ? undefined : on.over;
  const toggle = (what: OnWall["over"]) => () => show({ ...on, ...(!chosenHere && { step: `${step}/`, page: undefined }), over: over === what ? undefined : what, card: undefined });
  useAwake(!picture);

  const t = words?.t;
  const keys: Key[] = t ? [
    { key: "b", name: t("projector.key-blank"), act: toggle("blank") },
    { key: "q", name: t("projector.key-code"), act: toggle("code") },
    { key: "z", name: t("projector.key-zoom"), act: toggle("card") },
    { key: "ArrowRight", shown: "← →", name: t("projector.key-turn"), act: () => {} },
    { key: "d", name: t("screen.key-theme"), act: () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark") },
    { key: "f", name: t("projector.key-full"), act: fullScreen },
    { key: "Escape", shown: "Esc", name: t("projector.key-back"), act: () => { setSheet(false); if (on.over) show({ ...on, over: undefined, card: undefined }); } },
    { key: "?", name: t("screen.key-sheet"), act: () => setSheet(x => !x) },
  ] : [];
  useKeys(keys.filter(x => x.key !== "ArrowRight"), picture || keysOn === "on");
  const zone = useZone(contact);
  const away = useMemo(() => (contact === "away" ? live.now() : undefined), [contact === "away"]);
  useEffect(() => { if (words && view) document.title = words.say(view.title); }, [words, view?.title]);

  const paged = useMemo(() => (picture ? (at: number, count: number) => sayOut({ pages: { at, count } }) : undefined), [picture]);
  useEffect(() => { if (picture) sayOut({ over }); }, [picture, over]);

  if (!words || !t) return null;
  if (bye) return <Quiet title={t("projector.gone-title")} text={t("projector.gone")} />;
  if (!view) return <Quiet title={t(contact === "away" ? "projector.away-title" : "projector.connecting")} text={contact === "away" ? t("projector.away-first") : ""} />;
  const wall = { session, view, live, here, address, institution, away: away === undefined ? undefined : clock(away, language, zone), t, say: words.say, onKeys: () => setSheet(true), step, on, show, paged };
  return (
    <WallProvider value={wall}>
      <div class="wall">
        {view.status === "waiting" ? <Waiting />
          : view.status === "closed" ? <Closed />
          : view.status === "paused" ? <Paused />
          : <Stage brought={brought} language={language} still={over !== undefined || sheet} />}
        {over === "code" && <BigCode />}
        {over === "card" && <Zoom things={things} />}
        {over === "blank" && <div class="wall-blank"><p class="unseen" role="status">{t("projector.blank")}</p></div>}
        {sheet && <KeySheet keys={keys} on={keysOn === "on"} onSwitch={on => setKeysOn(on ? "on" : "off")} onClose={() => setSheet(false)} t={t} />}
      </div>
    </WallProvider>
  );
}

function fullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.();
}
