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
import { useKept } from "../ui/local";
import { useKind, useWords } from "../ui/words";
import { BigCode, Rail } from "./Rail";
import { Stage } from "./Stage";
import { Away, Closed, Paused, Quiet, Waiting } from "./states";
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
  useEffect(() => { if (words && view) document.title = words.say(view.title); }, [words, view?.title]);

  if (!words || !t) return null;
  if (bye) return <Quiet title={t("projector.gone-title")} text={t("projector.gone")} />;
  if (!view) return <Quiet title={t(contact === "away" ? "projector.away-title" : "projector.connecting")} text={contact === "away" ? t("projector.away-first") : ""} />;
  const join = { session, view, here, address, t };
  const body =
    view.status === "waiting" ? <Waiting {...join} say={words.say} />
    : view.status === "closed" ? <Closed {...join} say={words.say} />
    : view.status === "paused" ? <Paused t={t} />
    : <Stage view={view} brought={brought} live={live} language={language} still={over !== undefined} t={t} say={words.say} />;
  return (
    <div class={view.status === "waiting" ? "wall alone" : "wall"}>
      {contact === "away" && <Away t={t} />}
      <main class="wall-main">{body}</main>
      {view.status !== "waiting" && <Rail {...join} onKeys={toggle("keys")} />}
      {over === "code" && <BigCode {...join} />}
      {over === "zoom" && <Zoom things={things} say={words.say} t={t} />}
      {over === "blank" && <div class="blank"><p class="unseen" role="status">{t("projector.blank")}</p></div>}
      {over === "keys" && <KeySheet keys={keys} on={keysOn === "on"} onSwitch={on => setKeysOn(on ? "on" : "off")} onClose={() => setOver(undefined)} t={t} />}
    </div>
  );
}

function fullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.();
}
