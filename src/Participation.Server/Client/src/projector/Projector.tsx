import { useEffect, useMemo, useState } from "preact/hooks";
import projector from "virtual:texts/projector";
import room from "virtual:texts/room";
import screen from "virtual:texts/screen";
import type { ProjectorModule } from "../activity";
import type { Live } from "../live";
import { modules } from "../screens";
import { setTheme } from "../theme";
import { KeySheet } from "../ui/KeySheet";
import { useLive } from "../ui/hooks";
import { useKeys, type Key } from "../ui/keys";
import { useInstitution } from "../ui/institution";
import { useKept } from "../ui/local";
import { useKind, useWords } from "../ui/words";
import { BigCode } from "./Foot";
import { Stage } from "./Stage";
import { Closed, Paused, Quiet, Waiting } from "./states";
import { WallProvider } from "./wall";
import { Zoom } from "./Zoom";
import { useAddress } from "./address";

const find = modules<ProjectorModule>(import.meta.glob("../../../../Participation/Activities/*/projector.tsx"));

/** The shared screen of the room. Blank, enlarged and large code are this screen's own; everything else follows the session. */
export function Projector({ session, live }: { session: string; live: Live }) {
  const { contact, whole, here, bye } = useLive(live);
  const view = whole?.view;
  const language = whole?.you.language ?? view?.language ?? "en";
  const words = useWords(language, [room, screen, projector]);
  const brought = useKind(view?.item?.kind, language, find);
  const address = useAddress(session, contact === "here");
  const institution = useInstitution();
  const [over, setOver] = useState<"blank" | "code" | "zoom" | "keys">();
  const [keysOn, setKeysOn] = useKept("keys", "on");
  const toggle = (what: typeof over) => () => setOver(x => (x === what ? undefined : what));
  const things = useMemo(() => (over === "zoom" && view?.activity !== undefined && brought?.module.zoomable?.(view.activity)) || [], [over, view?.activity, brought]);

  const t = words?.t;
  const keys: Key[] = t ? [
    { key: "b", name: t("projector.key-blank"), act: toggle("blank") },
    { key: "q", name: t("projector.key-code"), act: toggle("code") },
    { key: "z", name: t("projector.key-zoom"), act: toggle("zoom") },
    { key: "ArrowRight", shown: "← →", name: t("projector.key-turn"), act: () => {} },
    { key: "d", name: t("screen.key-theme"), act: () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark") },
    { key: "f", name: t("projector.key-full"), act: fullScreen },
    { key: "Escape", shown: "Esc", name: t("projector.key-back"), act: () => setOver(undefined) },
    { key: "?", name: t("screen.key-sheet"), act: toggle("keys") },
  ] : [];
  useKeys(keys.filter(x => x.key !== "ArrowRight"), keysOn === "on");
  const away = useMemo(() => (contact === "away" ? new Date() : undefined), [contact === "away"]);
  useEffect(() => { if (words && view) document.title = words.say(view.title); }, [words, view?.title]);

  if (!words || !t) return null;
  if (bye) return <Quiet title={t("projector.gone-title")} text={t("projector.gone")} />;
  if (!view) return <Quiet title={t(contact === "away" ? "projector.away-title" : "projector.connecting")} text={contact === "away" ? t("projector.away-first") : ""} />;
  const wall = { session, view, live, here, address, institution, away, t, say: words.say, onKeys: toggle("keys") };
  return (
    <WallProvider value={wall}>
      <div class="wall">
        {view.status === "waiting" ? <Waiting />
          : view.status === "closed" ? <Closed />
          : view.status === "paused" ? <Paused />
          : <Stage brought={brought} language={language} still={over !== undefined} />}
        {over === "code" && <BigCode />}
        {over === "zoom" && <Zoom things={things} />}
        {over === "blank" && <div class="wall-blank"><p class="unseen" role="status">{t("projector.blank")}</p></div>}
        {over === "keys" && <KeySheet keys={keys} on={keysOn === "on"} onSwitch={on => setKeysOn(on ? "on" : "off")} onClose={() => setOver(undefined)} t={t} />}
      </div>
    </WallProvider>
  );
}

function fullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.();
}
