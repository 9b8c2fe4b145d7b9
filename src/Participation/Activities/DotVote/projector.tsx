import { useMemo } from "preact/hooks";
import type { ProjectorProps, Zoomable } from "@client/activity";
import type { DotVoteView } from "@client/views";
import { Pager } from "@client/projector/Pager";
import { Secret } from "@client/projector/Secret";
import { usePages } from "@client/projector/pages";
import { Bars } from "./bars";
import { ranked } from "./rank";
import { Own } from "@client/ui/Own";
import "./dots.css";

const perPage = 8;

export const zoomable = (view: DotVoteView): Zoomable[] => ranked(view.options).map(x => ({ id: x.id, text: x.text, label: x.label }));

/** The vote for the room: the options alone until they are revealed, then ranked bars with their numbers. */
export default function DotVoteProjector({ view, item, t, say, still }: ProjectorProps<DotVoteView>) {
  const rows = useMemo(() => ranked(view.options), [view.options]);
  const pages = usePages(Math.ceil(rows.length / perPage), { follow: "first", still });
  return (
    <div class="dots-wall">
      <div class="strip">
        <p class="lead">{t("dot-vote.projector-voters", { n: view.voters })}</p>
        <p>{view.revealed && view.votersBefore !== undefined ? t("dot-vote.projector-rounds", { round: item.round, n: view.voters, before: item.round - 1, earlier: view.votersBefore }) : t("dot-vote.projector-rule", { n: view.budget })}</p>
        {item.ballots && <Secret ballots={item.ballots} t={t} />}
        <Pager pages={pages} t={t} />
      </div>
      {view.revealed
        ? <Bars rows={rows.slice(pages.at * perPage, (pages.at + 1) * perPage)} t={t} say={say} />
        : <ul class="dots-ballot">{rows.slice(pages.at * perPage, (pages.at + 1) * perPage).map(x => <li key={x.id}><Own text={x.text ?? say(x.label)} /></li>)}</ul>}
    </div>
  );
}
