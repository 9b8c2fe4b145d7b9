import { useRef, useState } from "preact/hooks";
import type { PhoneProps } from "@client/activity";
import { Cast } from "@client/phone/Cast";
import { CardView } from "@client/ui/CardView";
import { useSettling } from "@client/press";
import { Going } from "@client/ui/Going";
import { Heading } from "@client/ui/Heading";
import { Own } from "@client/ui/Own";
import { underway } from "@client/ui/underway";
import { Write } from "@client/ui/Write";
import { ballots, cast, type Cast as CastBallot } from "@client/voting/ballots";
import type { OpinionRow, OpinionsMine, OpinionsView, Statement } from "./views";
import { SecretNotice } from "@client/voting/SecretNotice";
import { Stacked } from "@client/voting/Stacked";
import { before } from "./before";
import { upNext } from "./next";
import { scale } from "./scale";
import "./phone.css";

type Props = PhoneProps<OpinionsView, OpinionsMine>;
type Vote = "agree" | "disagree" | "pass";
const votes: readonly Vote[] = ["agree", "disagree", "pass"];
const marks = { agree: "✓", disagree: "✕", pass: "→" };

/** One statement at a time, three answers; every answer can be given again. */
export default function Phone(props: Props) {
  const { view, mine, item, open, given, t, say, send, useDraft } = props;
  const draft = useDraft("statement");
  const own = ballots(given, before);
  // Answered here, but the server's next ones do not know it yet.
  const ahead = own.filter(x => !x.included).map(x => x.paper);
  const onScreen = useRef<string | undefined>(undefined);
  const next = upNext(mine?.next ?? [], ahead, onScreen.current);
  onScreen.current = next?.id;
  const secret = item.ballots;
  const going = own.some(x => x.going);
  const can = open && !secret?.counted;
  const [chosen, choose] = useState<{ id: string; vote: Vote }>();
  const mark = secret && chosen?.id === next?.id ? chosen?.vote : undefined;
  const settling = useSettling(next?.id ?? "");
  const vote = (statement: Statement, vote: Vote) =>
    cast(send, item, { paper: statement.id, choices: [vote] }, secret ? {} : { note: statement.text ?? say(statement.label) });
  const voted = (mine?.voted ?? 0) + (mine?.next.filter(x => ahead.includes(x.id)).length ?? 0);
  return (
    <>
      <Heading title={say(item.title)} question={say(view.question)} />
      <SecretNotice item={item} t={t} going={!next && voted > 0 && going} voted={!next && voted > 0} />
      <p class="hint numeral">{t("opinions.voted", { voted, statements: view.statements })}</p>
      <section class={`opinion ${settling}`} aria-live="polite">
        {next ? <p key={next.id} class="statement" data-id={next.id}>{secret && <b class="numeral" translate={false}>{next.id} </b>}<Words of={next} say={say} /></p>
          : voted < view.statements ? <p class="calm">{t("phone.loading")}</p>
          : <p class="statement empty">{t("opinions.done")}</p>}
        {next && can && <Answers key={`/${next.id}`} chosen={secret && mark} onVote={x => (secret ? choose({ id: next.id, vote: x }) : read(next) && vote(next, x))} t={t} />}
        {secret && next && can && <Cast key={`//${next.id}`} t={t} ready={!!mark} onCast={() => { choose(undefined); if (read(next)) vote(next, mark!); }}>{mark && <p><b class="numeral" translate={false}>{next.id}</b> {t(`opinions.${mark}`)}</p>}</Cast>}
      </section>
      {!secret && <Answered {...props} own={own} onVote={vote} />}
      {view.mayAdd && (
        <details class="block" open={draft.text !== ""}>
          <summary>{t("opinions.add")}</summary>
          <Write label={t("opinions.add")} hint={t("opinions.add-hint")} button={t("opinions.give")} limit={view.limit} open={open} draft={draft} t={t}
            onSend={text => send("opinions.add", { text }, { field: "statement", text })} />
        </details>
      )}
      {((mine?.own.length ?? 0) > 0 || underway(given, "opinions.add").length > 0) && (
        <section class="block">
          <h2>{t("opinions.own")}</h2>
          <ol class="cards"><Going given={given} name="opinions.add" t={t} />{mine?.own.map(card => <CardView key={card.id} card={card} t={t} say={say} mine />)}</ol>
        </section>
      )}
      {view.revealed && view.rows.length > 0 ? <Results {...props} /> : <p class="hint">{t("phone.hidden")}</p>}
    </>
  );
}

/** A vote goes to the statement that stands on the screen, or it does not go. */
const read = ({ id }: Statement) => document.querySelector<HTMLElement>(".statement")?.dataset.id === id;

const Words = ({ of, say }: { of: Statement; say: Props["say"] }) => (of.text === undefined ? <>{say(of.label)}</> : <Own text={of.text} />);

const Answers = ({ chosen, onVote, t }: { chosen?: Vote; onVote: (vote: Vote) => void; t: Props["t"] }) => (
  <div class="answers">
    {votes.map(x => (
      <button key={x} class={`button answer ${x}`} aria-pressed={chosen === undefined ? undefined : chosen === x} onClick={() => onVote(x)}>
        <span aria-hidden="true">{marks[x]}</span> {t(`opinions.${x}`)}
      </button>
    ))}
  </div>
);

/** One's own answers, the newest first, each open to a change of mind. */
function Answered({ own, open, onVote, t }: Props & { own: CastBallot[]; onVote: (statement: Statement, vote: Vote) => void }) {
  const [changing, setChanging] = useState<string>();
  const last = [...new Map(own.map(x => [x.paper, { id: x.paper, vote: x.choices[0] as Vote, note: x.note }])).values()].reverse();
  if (last.length === 0) return null;
  return (
    <details class="block">
      <summary>{t("opinions.yours")} <span class="numeral">{last.length}</span></summary>
      <ol class="cards">
        {last.map(x => (
          <li key={x.id} class="card">
            <p class="words"><Own text={x.note ?? x.id} /></p>
            <p class="between">
              <span class={`vote ${x.vote}`}><span aria-hidden="true">{marks[x.vote]}</span> {t(`opinions.${x.vote}`)}</span>
              {open && (
                <button class="quiet" aria-expanded={changing === x.id} onClick={() => setChanging(changing === x.id ? undefined : x.id)}>
                  {t(changing === x.id ? "opinions.keep" : "opinions.change")}
                </button>
              )}
            </p>
            {changing === x.id && open && (
              <Answers chosen={x.vote} t={t} onVote={vote => { onVote({ id: x.id, text: x.note }, vote); setChanging(undefined); }} />
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

const Results = ({ view, t, say }: Props) => (
  <section class="block">
    <h2>{t("opinions.results")}</h2>
    <ol class="cards">
      {view.rows.map(row => (
        <li key={row.id} class="card">
          <p class="words"><Words of={row} say={say} /></p>
          <Tally row={row} t={t} />
        </li>
      ))}
    </ol>
  </section>
);

/** Results are there to be seen: what a row does not tell is not reported, and none of it is a nought. */
function Tally({ row, t }: { row: OpinionRow; t: Props["t"] }) {
  if (row.agree === undefined) return <p class="meta">{t("opinions.not-reported")}</p>;
  const n = votes.reduce((sum, x) => sum + (row[x] ?? 0), 0);
  return (
    <div class="tally">
      <Stacked scale={scale} of={{ ...row }} />
      <p class="meta numeral">
        {votes.map(x => <span key={x}>{marks[x]} {t(`opinions.${x}`)} {row[x] ?? 0}</span>)}
        <span>{t("opinions.n", { n })}</span>
      </p>
    </div>
  );
}
