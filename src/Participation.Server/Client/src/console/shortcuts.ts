import type { Key } from "../ui/keys";
import type { Translate } from "../texts";
import type { SessionView } from "../views";
import type { Desk } from "./context";
import type { Panel } from "./Panels";
import { pressWall } from "./WallSmall";
import { closesApart } from "./results";
import { last } from "./Undo";

/** The console's keys. They do what the buttons do, and nothing where the button would be absent or resting. */
export function consoleKeys(desk: { current: Desk | undefined }, t: Translate, open: (panel: Panel) => void): Key[] {
  const on = (act: (desk: Desk) => Promise<boolean> | undefined | false | void) => () => {
    if (desk.current?.connected && desk.current.view.status !== "closed") void act(desk.current);
  };
  const undo = () => {
    const x = desk.current;
    const what = x && last(x.board, x.live.standing.whole?.you.id);
    if (x?.connected && what && !what.withheld) void x.act("session.undo", { act: what.act });
  };
  const item = (x: Desk) => (x.view.item?.takes ? x.view.item : undefined);
  return [
    { key: "n", name: t("console.key-advance"), act: on(x => x.act(onward)) },
    { key: "b", name: t("console.back"), act: on(x => x.view.position > 1 && x.act("session.back")) },
    { key: "l", name: t("console.key-lock"), act: on(x => item(x) && closesApart(item(x)!) && x.act(item(x)!.locked ? "step.unlock" : "step.lock", {}, { item: item(x)!.id })) },
    { key: "h", name: t("console.key-hide"), act: on(x => void (item(x) && document.querySelector<HTMLElement>("[data-show]:not(:disabled)")?.click())) },
    { key: "t", name: t("console.key-timer"), act: on(timer) },
    { key: "+", name: t("console.timer-add"), act: on(x => !!x.view.timer && x.act("timer.add", { seconds: 60 })) },
    { key: "p", name: t("console.key-pause"), act: on(x => x.view.status !== "waiting" && x.act(x.view.status === "paused" ? "session.resume" : "session.pause")) },
    { key: "u", name: t("console.undo"), act: undo },
    { key: "q", name: t("console.show-code"), act: () => desk.current?.view.status !== "closed" && open("join") },
    { key: ",", name: t("console.wall-before"), act: () => pressWall("before") },
    { key: ".", name: t("console.wall-after"), act: () => pressWall("after") },
    { key: "z", name: t("console.key-wall-card"), act: () => pressWall("card") },
    { key: "w", name: t("console.key-wall-blank"), act: () => pressWall("blank") },
    { key: "/", name: t("console.search"), act: () => document.querySelector<HTMLElement>("[data-search]")?.focus() },
    { key: "?", name: t("screen.key-sheet"), act: () => open("keys") },
  ];
}

const onward = (view: SessionView) => (view.status === "waiting" ? "session.start" : "session.advance");

function timer(x: Desk): Promise<boolean> | undefined {
  const { timer: running, item } = x.view;
  if (running) return x.act(running.endsAt ? "timer.pause" : "timer.resume");
  const minutes = x.board.agenda.find(y => y.id === item?.id)?.minutes;
  return minutes ? x.act("timer.start", { seconds: minutes * 60 }) : undefined;
}
