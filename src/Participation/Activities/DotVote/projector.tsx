import { useMemo } from "preact/hooks";
import type { ProjectorProps, Zoomable } from "@client/activity";
import { figure, type Translate } from "@client/texts";
import type { LocalText } from "@client/views";
import type { DotVoteView } from "./views";
import { useEven } from "@client/projector/fit";
import { Numbers } from "@client/projector/Numbers";
import { Page } from "@client/projector/Page";
import { Pager } from "@client/projector/Pager";
import { Secret } from "@client/projector/Secret";
import { usePages } from "@client/projector/pages";
import { Words } from "@client/projector/Words";
import { longest, ranked, type Ranked } from "./rank";
import "./projector.css";

const most = 7;
/** Beside a name of more than so many signs one row less has room. */
const long = 80;
/** So many or fewer are set larger. */
const few = 4;
type Say = (text: LocalText | undefined) => string;

export const zoomable = (view: DotVoteView): Zoomable[] => ranked(view.options).map(x => ({ id: x.id, text: x.text, label: x.label }));

/** The vote for the room: time and turnout while people vote, with the options a page further; then who leads, in a sentence and in bars. */
export default function DotVoteProjector({ view, item, session, t, say, still }: ProjectorProps<DotVoteView>) {
  const rows = useMemo(() => ranked(view.options), [view.options]);
  const before = view.revealed ? 0 : 1;
  const named = (x: Ranked) => x.text ?? say(x.label);
  const perPage = rows.some(x => named(x).length > long) ? most - 1 : most;
  const pages = usePages(Math.ceil(rows.length / perPage) + before, { follow: "first", still });
  const part = rows.slice((pages.at - before) * perPage, (pages.at - before + 1) * perPage);
  const size = rows.length <= few ? " is-few" : "";
  const list = useEven<HTMLOListElement>(`${view.revealed} ${part.map(named).join()}`);
  const rule = t("dot-vote.projector-rule", { n: view.budget, most: view.maxPerItem });
  const turnout = { n: view.voters, joined: session.joined };
  const secret = item.ballots && <Secret ballots={item.ballots} t={t} />;
  if (!view.revealed)
    return (
      <Page headline={say(view.question)} size={pages.at > 0 ? "small" : "big"} sub={secret} clock={pages.at > 0 ? undefined : false} tell={<Pager pages={pages} />}>
        {pages.at > 0
          ? <ol class={`dot-vote-wall-options${size}`} ref={list}>{part.map(x => <li key={x.id}><Words text={named(x)} /></li>)}</ol>
          : <Numbers count={view.voters} said={t("dot-vote.projector-voted", turnout)} more={t("projector.shown-together")} answered={view.voters} doing={rule} rule={item.ballots ? undefined : t("dot-vote.projector-changeable")} />}
      </Page>
    );
  const total = rows.reduce((sum, x) => sum + (x.dots ?? 0), 0);
  const known = rows.some(x => x.dots !== undefined);
  const of = view.votersBefore === undefined
    ? `${t("dot-vote.projector-of", turnout)}, ${t("dot-vote.result", { n: total })}`
    : t("dot-vote.projector-rounds", { round: item.round, n: view.voters, before: item.round - 1, earlier: view.votersBefore });
  return (
    <Page headline={known ? finding(rows, total, t, say) : say(view.question)} sub={secret ?? (known ? of : t("dot-vote.projector-of", turnout))} tell={<><span>{rule}</span><Pager pages={pages} /></>}>
      <ol class={`dot-vote-wall-bars${size}`} ref={list}>{part.map((x, i) => <Bar key={x.id} row={x} most={longest(rows)} first={i === 0} t={t} say={say} />)}</ol>
    </Page>
  );
}

/** What the vote found, made of its counts: who leads, how many share the lead, or that nobody does. */
function finding(rows: Ranked[], total: number, t: Translate, say: Say): string {
  const first = rows.filter(x => x.rank === 1);
  if (total === 0) return t("dot-vote.projector-no-votes");
  if (first.length === rows.length && rows.length > 1) return t("dot-vote.projector-flat");
  if (first.length > 1) return t("dot-vote.projector-tie", { n: first.length });
  const name = first[0]!.text ?? say(first[0]!.label);
  return name.length <= 60 ? t("dot-vote.projector-first", { name }) : t("dot-vote.projector-one-first");
}

interface BarProps { row: Ranked; most: number; first: boolean; t: Translate; say: Say }

/** An option with its dots: rank, words, bar, number on one line; those of the first rank larger. */
function Bar({ row, most, first, t, say }: BarProps) {
  const width = (dots: number) => ({ width: `${(100 * dots) / most}%` });
  return (
    <li class={`dot-vote-wall-row${row.rank === 1 ? " is-first" : ""}`}>
      <span class="dot-vote-wall-rank wall-number">{row.rank ?? ""}</span>
      <Words text={row.text ?? say(row.label)} />
      <span class="dot-vote-wall-measure">
        <span class="dot-vote-wall-space">
          {row.dots !== undefined && <i style={width(row.dots)} />}
          {row.before !== undefined && <i class="is-before" style={width(row.before)} />}
        </span>
        <b class="wall-number">{row.dots === undefined ? "×" : figure(row.dots, t)}</b>
        <small>{first && row.dots !== undefined && t("dot-vote.projector-unit", { n: row.dots })}{row.before !== undefined && <span>{t("dot-vote.projector-before", { before: row.before })}</span>}</small>
      </span>
    </li>
  );
}
