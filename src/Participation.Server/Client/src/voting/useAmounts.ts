import { useRef } from "preact/hooks";
import type { Draft, PhoneProps } from "../activity";
import { whole } from "../store";
import { amountsOf, type Amounts, ballots, type Before, cast, choicesOf, sum } from "./ballots";

interface Given extends Pick<PhoneProps<unknown>, "given" | "item" | "open" | "send"> {
  draft: Draft;
  /** The server's own word. */
  mine?: { dots: Amounts; voted?: boolean };
  budget: number;
  before: Before;
}

/** One's own ballot of amounts: what the server says, what was given here and it does not know yet, and of a secret one what lies here alone until it is cast. */
export function useAmounts({ draft, mine, budget, before, given, item, open, send }: Given) {
  const secret = item.ballots;
  const own = ballots(given, before);
  const ahead = own.filter(x => !x.included).pop();
  const voted = !!secret && (mine?.voted || own.length > 0);
  const amounts = secret ? whole<Amounts>(draft.text) ?? {} : ahead ? amountsOf(ahead.choices) : mine?.dots ?? {};
  // Two quick taps may come before the page is drawn again: the second builds on the first.
  const latest = useRef(amounts);
  latest.current = amounts;
  return {
    amounts,
    left: budget - sum(amounts),
    can: open && !(secret && (voted || secret.counted)),
    voted,
    going: !mine?.voted && own.some(x => x.going),
    place(id: string, change: number) {
      latest.current = { ...latest.current, [id]: (latest.current[id] ?? 0) + change };
      if (secret) draft.write(JSON.stringify(latest.current));
      else cast(send, item, { paper: "", choices: choicesOf(latest.current) });
    },
    /** A secret ballot goes, once. */
    cast: () => cast(send, item, { paper: "", choices: choicesOf(amounts) }, { field: "dots" }),
  };
}
