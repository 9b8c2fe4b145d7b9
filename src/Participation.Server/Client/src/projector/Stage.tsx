import type { ProjectorModule } from "../activity";
import type { Live } from "../live";
import type { Translate } from "../texts";
import { Clock } from "../ui/Clock";
import type { Brought } from "../ui/words";
import type { Language, LocalText, SessionView } from "../views";
import { Hidden } from "./states";

interface Props {
  view: SessionView;
  brought?: Brought<ProjectorModule>;
  live: Live;
  language: Language;
  still: boolean;
  t: Translate;
  say: (text: LocalText | undefined) => string;
}

/** The open step: its question, its timer, its result. */
export function Stage({ view, brought, live, language, still, t, say }: Props) {
  const item = view.item;
  if (!item) return null;
  const asked = say((view.activity as { question?: LocalText } | undefined)?.question);
  const Screen = brought?.module.default;
  // Kinds that know of revealing show by themselves what may be seen before; of the others nothing is shown while hidden.
  const covered = item.hidden && item.takes && !knows(view.activity);
  return (
    <>
      <header class="stage-head">
        <div>
          <p class="kicker">
            {t("projector.step", { at: view.position, steps: view.steps })}{asked && asked !== say(item.title) && ` · ${say(item.title)}`}
            {item.rounds > 1 && ` · ${t("projector.round", { round: item.round })}`}
          </p>
          <h1 class={(asked || say(item.title)).length > 90 ? "long" : ""}>{asked || say(item.title)}</h1>
        </div>
        <div class="stage-side">
          <Clock live={live} timer={view.timer} t={t} />
          {item.locked && item.takes && <p class="flag">{t("projector.locked")}</p>}
          {item.hidden && !covered && item.takes && <p class="flag">{t("projector.hidden-flag")}</p>}
        </div>
      </header>
      <div class="stage-body">
        {covered
          ? <Hidden answered={item.answered} joined={view.joined} t={t} />
          : Screen && view.activity !== undefined && brought && (
            <Screen key={`${item.id} ${item.round}`} view={view.activity} item={item} session={view} language={language} still={still} t={brought.t} say={say} />
          )}
      </div>
    </>
  );
}

const knows = (activity: unknown): boolean => typeof activity === "object" && activity !== null && ("revealed" in activity || "open" in activity);
