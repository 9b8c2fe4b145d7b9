import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { ConsoleProps } from "@client/activity";
import type { Card } from "@client/views";
import type { IdeasView } from "./views";
import { CardSheet } from "@client/console/CardSheet";
import { ContributionCard, type Mark } from "@client/console/ContributionCard";
import { Filter, Search } from "@client/console/Filter";
import { Batches, fromEnd, size as batch } from "@client/ui/Batches";
import { holds } from "@client/ui/find";
import { pressButton, useHeld } from "@client/ui/held";
import { byNumber } from "@client/ui/order";
import { RewordTyped } from "./typed";
export { Entry } from "./entry";

const looks: Record<string, (card: Card) => boolean> = {
  shown: x => x.status === "shown",
  pending: x => x.status === "pending",
  pinned: x => x.pinned,
  transcribed: x => x.phoneless,
  hidden: x => x.status === "hidden",
  withdrawn: x => x.status === "withdrawn",
  reset: x => x.status === "reset",
  erased: x => x.status === "erased",
};

/** The wall of ideas: everything that was given, newest first, and what a facilitator may do to each. */
export default function IdeasConsole({ view, item, t, say, zones, tables, table: own, leads, send }: ConsoleProps<IdeasView>) {
  const [look, setLook] = useState("all");
  const [category, setCategory] = useState("all");
  const [table, setTable] = useState(own ?? "all");
  const [search, setSearch] = useState("");
  const [size, setSize] = useState(2);
  const [large, setLarge] = useState<Card>();
  const [reworded, reword] = useState<{ card: string; guest: string }>();
  const desk = useRef<HTMLDivElement>(null);
  useHeld(desk, { press: pressButton });
  const mark = useCallback((card: Card, what: Mark) => void send("contribution.mark", { contribution: card.id, mark: what, version: card.version ?? 1 }), [send]);
  const label = useMemo(() => new Map([...view.categories, ...zones].map(x => [x.id, say(x.label)])), [view.categories, zones, say]);
  // Who leads may say it in other words also when the step takes no more; a scribe no longer.
  const typedFor = useMemo(() => new Map(leads || !item.locked ? view.typed?.map(x => [x.contribution, x.for]) : []), [view.typed, leads, item.locked]);
  const tableName = useMemo(() => new Map(tables.map(x => [x.id, x.name])), [tables]);

  const cards = useMemo(() => [...view.cards].sort(byNumber).reverse(), [view.cards]);
  const shown = cards.filter(x =>
    (look === "all" || looks[look]!(x)) && (category === "all" || x.category === category) && (table === "all" || x.table === table) && (!search || holds(`${x.id} ${x.text} ${x.place ?? ""}`, search)));
  const row = (card: Card) => <ContributionCard card={card} about={about(card)} t={t} mark={leads ? mark : undefined} open={setLarge}>{typedFor.has(card.id) && <Reword card={card} t={t} onClick={() => reword({ card: card.id, guest: typedFor.get(card.id)! })} />}</ContributionCard>;

  function about(card: Card) {
    const named = [card.category, card.zone].flatMap(x => (x ? [label.get(x) ?? x] : []));
    return [...(card.kind ? [t(`ideas.kind.${card.kind}`)] : []), ...named, ...(card.place ? [card.place] : []), ...(card.table ? [t("console.at-table", { table: tableName.get(card.table) ?? card.table })] : [])];
  }
  const other = view.cards.find(x => x.id === reworded?.card);
  const choices = ["all", ...Object.keys(looks)].map(id => ({ id, text: t(`console.look-${id === "shown" && !view.open ? "unshown" : id}`), n: id === "all" ? cards.length : cards.filter(looks[id]!).length }));
  return (
    <>
      <h2 class="question">{say(view.question)}</h2>
      <p class="note">{view.open ? t("ideas.console-open") : t("ideas.console-private")}{!view.open && leads && ` ${t("ideas.console-private-lead")}`}</p>
      <div class="tools">
        <Filter name={t("console.look")} choices={choices.filter(x => x.id === "all" || x.id === look || x.n > 0)} chosen={look} choose={setLook} />
        {view.categories.length > 0 && (
          <select aria-label={t("ideas.console-category")} value={category} onChange={e => setCategory(e.currentTarget.value)}>
            <option value="all">{t("ideas.console-every-category")}</option>
            {view.categories.map(x => <option key={x.id} value={x.id}>{say(x.label)} ({view.byCategory.find(y => y.id === x.id)?.n ?? 0})</option>)}
          </select>
        )}
        {tables.length > 0 && (
          <select aria-label={t("console.table")} value={table} onChange={e => setTable(e.currentTarget.value)}>
            <option value="all">{t("ideas.console-every-table")}</option>
            {tables.map(x => <option key={x.id} value={x.id}>{x.name} ({cards.filter(y => y.table === x.id).length})</option>)}
          </select>
        )}
        <Search t={t} text={search} write={setSearch} />
        <div class="zoom" role="group" aria-label={t("console.size")}>
          <button type="button" class="small" disabled={size === 1} onClick={() => setSize(size - 1)}>A− <span class="unseen">{t("console.smaller")}</span></button>
          <button type="button" class="small" disabled={size === 3} onClick={() => setSize(size + 1)}>A+ <span class="unseen">{t("console.larger")}</span></button>
        </div>
      </div>
      {shown.length === 0 && <p class="empty">{t(cards.length === 0 ? "ideas.console-none" : "console.none-found")}</p>}
      <div class={`cards size-${size}`} ref={desk}><Batches items={shown} row={row} inputs={[t, label, tableName, leads, mark, typedFor]} by={fromEnd(shown.length)} seamless={batch} name="cards" /></div>
      {large && <CardSheet card={large} t={t} onClose={() => setLarge(undefined)} erase={leads ? card => void send("session.erase-words", { contribution: card.id }) : undefined} />}
      {other && <RewordTyped key={other.id} card={other} guest={reworded!.guest} open={typedFor.has(other.id)} view={view} t={t} send={send} onClose={() => reword(undefined)} />}
    </>
  );
}

const Reword = ({ card, t, onClick }: { card: Card; t: ConsoleProps<IdeasView>["t"]; onClick: () => void }) => (
  <button type="button" class="small" data-key="r" aria-label={t("ideas.reword-which", { id: card.id })} onClick={onClick}>{t("ideas.reword")}<kbd aria-hidden="true">R</kbd></button>
);
