import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { ConsoleProps } from "@client/activity";
import type { OpinionRow, OpinionsView } from "./views";
import { Filter, Search } from "@client/console/Filter";
import { MarkButton, type Mark } from "@client/console/ContributionCard";
import { holds } from "@client/ui/find";
import { pressButton, useHeld } from "@client/ui/held";
import { useRows } from "@client/ui/rows";
import { VoteHead } from "@client/voting/VoteHead";
import { ordered, type Order } from "./order";
import { Stack } from "./stack";
import { Own } from "@client/ui/Own";
import "./opinions.css";
export { Entry } from "./entry";

const orders: Order[] = ["asked", "agreement", "division"];

/** The statements with their votes, sorted as the facilitator needs them, and what may be done to each. */
export default function OpinionsConsole({ view, item, t, say, language, leads, send }: ConsoleProps<OpinionsView>) {
  const [order, setOrder] = useState<Order>("asked");
  const [look, setLook] = useState("all");
  const [search, setSearch] = useState("");
  const desk = useRef<HTMLUListElement>(null);
  useHeld(desk, { press: pressButton });
  const mark = useCallback((id: string, what: Mark) => void send("contribution.mark", { contribution: id, mark: what }), [send]);
  const text = (x: OpinionRow) => x.text ?? say(x.label);
  const rows = useMemo(() => ordered(view.rows, order), [view.rows, order]);
  const shown = rows.filter(x => (look === "all" || x.status === look) && (!search || holds(`${x.id} ${text(x)}`, search)));
  const list = useRows(shown, x => <Row key={x.id} row={x} text={text(x)} t={t} revealed={view.revealed} mark={leads ? mark : undefined} />, [t, language, leads, mark, view.revealed]);
  const number = (status: string) => view.rows.filter(x => status === "all" || x.status === status).length;
  return (
    <>
      <VoteHead view={view} item={item} leads={leads} t={t} say={say}>
        <span>{t("opinions.console-statements", { n: view.statements })}</span>
        <span>{t("opinions.console-votes", { n: view.votes })}</span>
        <span>{t("opinions.console-voters", { n: view.voters })}</span>
      </VoteHead>
      <div class="tools">
        <Filter
          name={t("console.look")}
          choices={["all", "pending", "hidden", "withdrawn", "reset", "erased"].filter(x => x === "all" || x === look || number(x) > 0).map(id => ({ id, text: t(`console.look-${id}`), n: number(id) }))}
          chosen={look}
          choose={setLook}
        />
        <select aria-label={t("opinions.console-order")} value={order} onChange={e => setOrder(e.currentTarget.value as Order)}>
          {orders.map(x => <option key={x} value={x}>{t(`opinions.order-${x}`)}</option>)}
        </select>
        <Search t={t} text={search} write={setSearch} />
      </div>
      {shown.length === 0 && <p class="empty">{t(view.rows.length === 0 ? "opinions.console-none" : "console.none-found")}</p>}
      <ul class="opinions-rows" ref={desk}>{list}</ul>
    </>
  );
}

interface RowProps { row: OpinionRow; text: string; revealed: boolean; t: ConsoleProps<OpinionsView>["t"]; mark?: (id: string, what: Mark) => void }

/** One statement: its words, its votes, the acts that fit its state. */
function Row({ row, text, t, revealed, mark }: RowProps) {
  const act = (what: Mark) => <MarkButton what={what} of={row.id} t={t} mark={() => mark?.(row.id, what)} />;
  return (
    <li class={`opinions-row is-${row.status}`} data-card={row.id} tabIndex={-1}>
      <p class="opinions-text">
        <b class="card-id">{row.id}</b> <Own text={text} />
        {row.status !== "shown" && <span class="tag">{t(`console.status-${row.status}`)}</span>}
        {row.pinned && <span class="tag strong">{t("room.pinned")}</span>}
      </p>
      <Stack row={row} t={t} revealed={revealed} />
      {mark && (
        <div class={row.status === "pending" ? "card-acts" : "card-acts on-focus"}>
          {row.status === "pending" && act("approve")}
          {row.status === "hidden" && act("restore")}
          {(row.status === "shown" || row.status === "pending") && act("hide")}
          {row.status === "shown" && act(row.pinned ? "unpin" : "pin")}
        </div>
      )}
    </li>
  );
}
