import { useMemo } from "preact/hooks";
import type { ProjectorProps, Zoomable } from "@client/activity";
import { figure, type Translate } from "@client/texts";
import type { LocalText } from "@client/views";
import type { OpinionRow, OpinionsView } from "./views";
import { Numbers } from "@client/projector/Numbers";
import { Page } from "@client/projector/Page";
import { Pager } from "@client/projector/Pager";
import { Secret } from "@client/projector/Secret";
import { usePages } from "@client/projector/pages";
import { Words } from "@client/projector/Words";
import type { Grade } from "@client/voting/Stacked";
import { cast, ordered } from "./order";
import { scale } from "./scale";
import "./projector.css";

const perPage = 5;
type Say = (text: LocalText | undefined) => string;

export const zoomable = (view: OpinionsView): Zoomable[] => view.rows.filter(x => x.status === "shown").map(x => ({ id: x.id, text: x.text, label: x.label }));

/** The opinions for the room: how many answered until they are shown; then the most divided statement as large as it deserves, and all others by agreement. */
export default function OpinionsProjector({ view, item, session, t, say, still }: ProjectorProps<OpinionsView>) {
  const { hot, rows } = useMemo(() => arrange(view.rows), [view.rows]);
  const count = hot ? 1 + Math.ceil(Math.max(0, rows.length - besideHot) / perPage) : Math.ceil(rows.length / perPage);
  const pages = usePages(Math.max(1, count), { follow: "first", still });
  const secret = item.ballots && <Secret ballots={item.ballots} t={t} />;
  const people = t("opinions.projector-people", { n: view.voters, joined: session.joined });
  if (!view.revealed)
    return (
      <Page headline={say(view.question)} size="big" sub={secret} clock={false}>
        <Numbers count={view.votes} said={`${t("opinions.projector-answers", { n: view.votes })} ${people}`} more={t("projector.shown-together")}
          answered={view.voters} doing={t("opinions.projector-do")} rule={t("opinions.console-statements", { n: view.statements })} />
      </Page>
    );
  const first = hot && pages.at === 0;
  const from = hot ? (pages.at === 0 ? 0 : besideHot + (pages.at - 1) * perPage) : pages.at * perPage;
  const part = rows.slice(from, from + (first ? besideHot : perPage));
  const tell = <><span>{people}</span><Pager pages={pages} /></>;
  return (
    <Page headline={first ? undefined : say(view.question)} size="small" sub={<>{secret}<Key of={scale} t={t} /></>} tell={tell}>
      <div class="opinions-wall">
        {first && (
          <section class="opinions-wall-hot">
            <p class="opinions-wall-flag">{t("opinions.projector-divided")} <Key of={scale.filter(x => x.id === "pass")} t={t} /></p>
            {secret && <p class="wall-sub">{secret}</p>}
            <Words heading text={hot.text ?? say(hot.label)} />
            <Stack row={hot} t={t} large />
          </section>
        )}
        <ul class="opinions-wall-rows">{part.map(x => <Line key={x.id} row={x} t={t} say={say} />)}</ul>
      </div>
    </Page>
  );
}

/** So many further statements fit beneath the most divided one. */
const besideHot = 3;

/** The statement whose smaller side has the most people, where there is one with both sides; the others by agreement. */
function arrange(all: readonly OpinionRow[]): { hot?: OpinionRow; rows: OpinionRow[] } {
  const shown = all.filter(x => x.status === "shown");
  const [first] = ordered(shown, "division");
  const hot = first && Math.min(first.agree ?? 0, first.disagree ?? 0) > 0 ? first : undefined;
  return { hot, rows: ordered(shown.filter(x => x !== hot), "agreement") };
}

function Line({ row, t, say }: { row: OpinionRow; t: Translate; say: Say }) {
  return (
    <li class="opinions-wall-line">
      <Words text={row.text ?? say(row.label)} />
      <Stack row={row} t={t} />
      <b class="opinions-wall-all wall-number">{row.agree === undefined ? "×" : figure(cast(row), t)}</b>
    </li>
  );
}

/** One statement's answers: agreement from the left, disagreement from the right, passed between; each with its number. */
function Stack({ row, t, large }: { row: OpinionRow; t: Translate; large?: boolean }) {
  if (row.agree === undefined) return <p class="opinions-wall-unknown">{t("opinions.not-reported")}</p>;
  return (
    <p class={`opinions-wall-stack${large ? " is-large" : ""}`}>
      {scale.filter(({ id }) => row[id]).map(({ id, fill }) => (
        <span key={id} class={`opinions-wall-part is-fill-${fill}`} style={{ flexGrow: row[id] }}>
          <b class="wall-number">{figure(row[id]!, t)}{large && id !== "pass" && ` ${t(`opinions.${id}`).toLowerCase()}`}<span class="unseen">{large && id !== "pass" ? "" : ` ${t(`opinions.${id}`)}`}</span></b>
        </span>
      ))}
    </p>
  );
}

/** What the fills mean, above the rows; the largest statement says two of them in words. */
const Key = ({ of, t }: { of: readonly Grade[]; t: Translate }) => <span class="opinions-wall-key">{of.map(x => <span key={x.id}><i class={`is-fill-${x.fill}`} />{t(`opinions.${x.id}`)}</span>)}</span>;
