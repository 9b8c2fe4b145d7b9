import { useState } from "preact/hooks";
import type { ConsoleProps } from "@client/activity";
import type { ClustersView, Group } from "./views";
import { Own } from "@client/ui/Own";

interface Props { view: ClustersView; t: ConsoleProps<ClustersView>["t"]; send: ConsoleProps<ClustersView>["send"] }

/** Condensing: every strategy gets three keywords; the cloud behind it comes from its cards. */
export function Strategies({ view, t, send }: Props) {
  return (
    <details class="panel" open>
      <summary><h3>{t("clusters.strategies")} <span class="n">{view.groups.length}</span></h3></summary>
      {view.groups.length === 0 && <p class="empty">{t("clusters.no-strategies")}</p>}
      {view.groups.map(x => <Keywords key={x.id} group={x} t={t} send={send} />)}
    </details>
  );
}

const most = 3;

/** The three keywords of one strategy; its most weighted words are offered, never written by themselves. Fewer are kept, and it is said how many are missing. */
function Keywords({ group, t, send }: { group: Group } & Omit<Props, "view">) {
  const [words, setWords] = useState<string[]>();
  const shown = Array.from({ length: most }, (_, i) => (words ?? group.keywords)[i] ?? "");
  const missing = shown.filter(x => !x.trim()).length;
  const write = (at: number, text: string) => setWords(shown.map((x, i) => (i === at ? text : x)));
  const submit = async (e: Event) => {
    e.preventDefault();
    if (await send("clusters.keywords", { group: group.id, keywords: shown.map(x => x.trim()).filter(x => x) })) setWords(undefined);
  };
  const offer = (text: string) => {
    const free = shown.findIndex(x => !x.trim());
    if (free >= 0 && !shown.includes(text)) write(free, text);
  };
  const heaviest = [...group.cloud].sort((a, b) => b.weight - a.weight).slice(0, 14);
  return (
    <form class="clusters-keywords" onSubmit={submit}>
      <h4><Own text={group.name} /></h4>
      <div class="inline">
        {shown.map((x, i) => <input key={i} value={x} dir="auto" aria-label={t("clusters.keyword", { at: i + 1, name: group.name })} onInput={e => write(i, e.currentTarget.value)} />)}
        <button type="submit" disabled={!words}>{t("clusters.save")}</button>
        {words && <button type="button" onClick={() => setWords(undefined)}>{t("screen.cancel")}</button>}
      </div>
      {missing > 0 && missing < most && <p class="note" role="status">{t("clusters.keywords-missing", { n: missing })}</p>}
      <p class="clusters-offers">
        {heaviest.map(x => <button key={x.text} type="button" class="chip" onClick={() => offer(x.text)}><Own text={x.text} /> <span class="n">{x.weight}</span></button>)}
      </p>
    </form>
  );
}
