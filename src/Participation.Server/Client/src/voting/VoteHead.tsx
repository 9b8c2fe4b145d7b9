import type { ComponentChildren } from "preact";
import type { ConsoleProps } from "../activity";
import type { LocalText } from "../views";

type Props = Pick<ConsoleProps<{ question: LocalText; revealed: boolean }>, "view" | "item" | "leads" | "t" | "say"> & { children: ComponentChildren };

/** Over every vote on the console: the question, its facts, and who sees the counts. */
export const VoteHead = ({ view, item, leads, t, say, children }: Props) => (
  <>
    <h2 class="question">{say(view.question)}</h2>
    <p class="facts">{children}</p>
    <p class="note">{t(item.ballots && !item.ballots.counted ? "screen.secret.waits" : view.revealed ? `${item.kind}.console-revealed` : leads ? `${item.kind}.console-hidden` : "phone.hidden")}</p>
  </>
);
