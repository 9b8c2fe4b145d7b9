import type { PhoneProps } from "@client/activity";
import { Cast } from "@client/phone/Cast";
import { Heading } from "@client/ui/Heading";
import { Own } from "@client/ui/Own";
import { SecretNotice } from "@client/voting/SecretNotice";
import { useAmounts } from "@client/voting/useAmounts";
import type { LocalText } from "@client/views";
import type { DotOption, DotVoteMine, DotVoteView } from "./views";
import { before } from "./before";
import "./phone.css";

type Props = PhoneProps<DotVoteView, DotVoteMine>;

/** Place the dots of one's budget. Each tap saves the whole ballot; the last one counts. */
export default function Phone({ view, mine, item, open, given, t, say, send, useDraft }: Props) {
  const { amounts: dots, left, can, voted, going, place, cast } = useAmounts({ draft: useDraft("dots"), mine, budget: view.budget, before, given, item, open, send });
  const secret = item.ballots;
  const most = Math.max(1, ...view.options.map(x => x.dots ?? 0));
  return (
    <>
      <Heading title={say(item.title)} question={say(view.question)} />
      {view.options.length === 0 && <p class="hint">{t("dot-vote.empty")}</p>}
      <SecretNotice item={item} t={t} going={going} voted={voted} />
      {(!secret || can) && <div class="budget">
        <Beads full={view.budget - left} all={view.budget} />
        <p aria-live="polite"><strong>{t("dot-vote.left", { n: left })}</strong></p>
        <p class="hint">{t("dot-vote.rule", { n: view.budget, most: view.maxPerItem })} {open && !secret && t("dot-vote.changeable")}</p>
      </div>}
      <ul class="ballot">
        {view.options.map(option => (
          <Row key={option.id} option={option} n={dots[option.id] ?? 0} most={most} revealed={view.revealed} t={t} say={say} open={can} own={!secret || can}
            more={can && left > 0 && (dots[option.id] ?? 0) < view.maxPerItem} onPlace={change => place(option.id, change)} />
        ))}
      </ul>
      {secret && can && <Cast t={t} ready={left < view.budget} onCast={cast} />}
      <p class="hint">{t("dot-vote.voters", { n: view.voters })}</p>
      {!view.revealed && <p class="hint">{t("phone.hidden")}</p>}
    </>
  );
}

interface RowProps {
  option: DotOption;
  n: number;
  most: number;
  revealed: boolean;
  open: boolean;
  /** One's own dots are known here. */
  own: boolean;
  more: boolean;
  onPlace: (change: 1 | -1) => void;
  t: Props["t"];
  say: (text: LocalText | undefined) => string;
}

function Row({ option, n, most, revealed, open, own, more, onPlace, t, say }: RowProps) {
  const name = option.text ?? say(option.label);
  return (
    <li class={n > 0 ? "chosen" : ""}>
      <p class="words">{option.text === undefined ? name : <Own text={name} />}</p>
      {own && <div class="place">
        {open && <button class="round" disabled={n === 0} aria-label={t("dot-vote.take", { option: name })} onClick={() => onPlace(-1)}>−</button>}
        <span class="own-dots numeral" title={t("dot-vote.yours", { n })}><Beads full={n} all={n} /><span class={n > 0 ? "unseen" : ""}>{n}</span></span>
        {open && <button class="round" disabled={!more} aria-label={t("dot-vote.add", { option: name })} onClick={() => onPlace(1)}>+</button>}
      </div>}
      {revealed && option.dots !== undefined && (
        <div class="result">
          <progress max={most} value={option.dots} aria-hidden="true" />
          <span class="numeral">{t("dot-vote.result", { n: option.dots })}</span>
          {option.before !== undefined && <span class="hint numeral">{t("dot-vote.before", { dots: option.before })}</span>}
        </div>
      )}
    </li>
  );
}

const Beads = ({ full, all }: { full: number; all: number }) => (
  <span class="beads" aria-hidden="true">{Array.from({ length: all }, (_, n) => <i key={n} class={n < full ? "placed" : ""} />)}</span>
);
