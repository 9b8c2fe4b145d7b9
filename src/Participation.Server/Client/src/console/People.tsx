import { useMemo, useState } from "preact/hooks";
import { useRows } from "../ui/rows";
import type { Option, Person } from "../views";
import { Confirm } from "./Confirm";
import { useDesk } from "./context";
import { Entrance } from "./Entrance";

/** Who is in the room: by type with numbers, by table, each seat with what may be done to it. */
export function People() {
  const { board, t, say } = useDesk();
  const [search, setSearch] = useState("");
  const seated = useMemo(() => board.people.filter(x => !x.removed && !x.waits), [board.people]);
  const [waiting, others] = useMemo(() => [board.people.filter(x => x.waits && !x.removed), board.people.filter(x => !x.waits || x.removed)], [board.people]);
  const rowsOf = (people: Person[]) => useRows(people.filter(x => !search || String(x.number).startsWith(search.trim())), x => <Seat key={x.id} person={x} />, [board.types, board.zones, board.tables, t]);
  const [waits, rows] = [rowsOf(waiting), rowsOf(others)];
  return (
    <div class="people">
      <Entrance />
      {waiting.length > 0 && <ul class="seats">{waits}</ul>}
      <div class="people-sums">
        <Sums title={t("console.by-type")} options={board.types} of={x => x.type} people={seated} />
        {board.zones.length > 0 && <Sums title={t("console.by-zone")} options={board.zones} of={x => x.zone} people={seated} />}
        {board.tables.length > 0 && <Sums title={t("console.by-table")} options={board.tables.map(x => ({ id: x.id, label: nameOf(x.name, say) }))} of={x => x.table} none={t("console.plenary")} people={seated} />}
      </div>
      <p class="note">{t("console.phoneless-n", { n: seated.filter(x => x.phoneless).length })} {t("console.removed-n", { n: board.people.filter(x => x.removed).length })}</p>
      <input type="search" inputMode="numeric" value={search} aria-label={t("console.search-number")} placeholder={t("console.search-number")} onInput={e => setSearch(e.currentTarget.value)} />
      <ul class="seats">{rows}</ul>
    </div>
  );
}

type Say = ReturnType<typeof useDesk>["say"];
export const nameOf = (name: Option["label"] | string, say: Say): string => (typeof name === "string" ? name : say(name));

interface SumsProps { title: string; options: { id: string; label: Option["label"] | string }[]; of: (person: Person) => string | undefined; people: Person[]; /** What it means that none is said. */ none?: string }

/** How many of each; none is said as well: who is missing matters. The parts add up to all. */
function Sums({ title, options, of, people, none }: SumsProps) {
  const { t, say } = useDesk();
  const n = (id: string | undefined) => people.filter(x => of(x) === id).length;
  return (
    <section>
      <h3>{title}</h3>
      <dl class="sums numeral">
        {options.map(x => <div key={x.id} class={n(x.id) === 0 ? "none" : ""}><dt>{nameOf(x.label, say)}</dt><dd>{n(x.id)}</dd></div>)}
        <div><dt>{none ?? t("console.unknown")}</dt><dd>{n(undefined)}</dd></div>
        <div class="all"><dt>{t("console.all")}</dt><dd>n = {people.length}</dd></div>
      </dl>
    </section>
  );
}

function Seat({ person: x }: { person: Person }) {
  const [erasing, setErasing] = useState(false);
  const { board, t, say, act } = useDesk();
  const label = (options: Option[], id?: string) => (id ? say(options.find(o => o.id === id)?.label) || id : undefined);
  const facts = [label(board.types, x.type), label(board.zones, x.zone), x.phoneless && t("console.phoneless"), x.removed && t("console.removed"), x.waits && !x.removed && t("console.waits")].filter(y => y);
  return (
    <li class={x.removed ? "seat is-removed" : "seat"}>
      <b class="numeral">{x.number}</b>
      <span>{facts.join(" · ") || t("console.unknown")}</span>
      {board.tables.length > 0 && (
        <select class="small" aria-label={t("console.move-number", { number: x.number })} value={x.table ?? ""} onChange={e => void act("session.move", { participant: x.id, table: e.currentTarget.value || undefined })}>
          <option value="">{t("console.plenary")}</option>
          {board.tables.map(y => <option key={y.id} value={y.id}>{nameOf(y.name, say)}</option>)}
        </select>
      )}
      {x.waits && !x.removed
        ? <>
            <button type="button" class="small" aria-label={`${t("console.admit")} ${x.number}`} onClick={() => void act("session.admit", { participant: x.id })}>{t("console.admit")}</button>
            <button type="button" class="small" aria-label={`${t("console.refuse")} ${x.number}`} onClick={() => void act("session.refuse", { participant: x.id })}>{t("console.refuse")}</button>
          </>
        : <button type="button" class="small" aria-label={`${t(x.removed ? "console.readmit" : "console.remove")} ${x.number}`} onClick={() => void act(x.removed ? "session.readmit" : "session.remove", { participant: x.id })}>{t(x.removed ? "console.readmit" : "console.remove")}</button>}
      <button type="button" class="small quiet" aria-label={`${t("console.erase-person")} ${x.number}`} title={t("console.erase-person")} onClick={() => setErasing(true)}>{t("console.erase-short")}</button>
      {erasing && <Confirm title={`${t("console.erase-person")} (${x.number})`} text={t("console.erase-ask")} yes={t("console.erase")} onYes={() => void act("session.erase-words", { participant: x.id })} onClose={() => setErasing(false)} />}
    </li>
  );
}
