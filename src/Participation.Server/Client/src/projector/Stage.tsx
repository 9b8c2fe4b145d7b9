import type { ProjectorModule } from "../activity";
import type { Brought } from "../ui/words";
import type { Language, LocalText } from "../views";
import { Numbers } from "./Numbers";
import { Page } from "./Page";
import { useWall } from "./wall";

interface Props { brought?: Brought<ProjectorModule>; language: Language; still: boolean }

/** The open step: its question, its time, its result. */
export function Stage({ brought, language, still }: Props) {
  const { view, t, say } = useWall();
  const item = view.item;
  if (!item) return null;
  const Screen = brought?.module.default;
  const asked = say((view.activity as { question?: LocalText } | undefined)?.question) || say(item.title);
  // Kinds that know of revealing show by themselves what may be seen before; of the others nothing is shown while hidden.
  if (item.hidden && item.takes && !knows(view.activity))
    return (
      <Page headline={asked} size="big" clock={false}>
        <Numbers count={item.answered} said={t("projector.answered-of", { n: item.answered, joined: view.joined })} answered={item.answered} doing={t("projector.hidden-now")} />
      </Page>
    );
  if (!Screen || view.activity === undefined || !brought) return <Page headline={asked} />;
  return <Screen key={`${item.id} ${item.round}`} view={view.activity} item={item} session={view} language={language} still={still} t={brought.t} say={say} />;
}

const knows = (activity: unknown): boolean => typeof activity === "object" && activity !== null && ("revealed" in activity || "open" in activity);
