import type { EntryProps } from "@client/activity";
import type { DotVoteView } from "./views";
import { AmountsEntry } from "@client/voting/entries";
import { before } from "./before";

/** The dots of somebody without a phone. */
export const Entry = ({ view, useDraft, ...all }: EntryProps<DotVoteView>) => (
  <AmountsEntry {...all} subjects={view.options} before={before} draft={useDraft("dots")} budget={view.budget} most={view.maxPerItem}
    left={left => all.t("dot-vote.entry-left", { left, budget: view.budget })} />
);
