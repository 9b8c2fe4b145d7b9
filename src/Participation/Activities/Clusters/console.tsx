import { useMemo, useRef, useState } from "preact/hooks";
import type { ConsoleProps } from "@client/activity";
import type { Card } from "@client/views";
import type { ClustersView } from "./views";
import { Search } from "@client/console/Filter";
import { Own } from "@client/ui/Own";
import { Batches, byHundred } from "@client/ui/Batches";
import { holds } from "@client/ui/find";
import { useHeld } from "@client/ui/held";
import { Alike } from "./alike";
import { CardMenu } from "./menu";
import { ClusterBox } from "./cluster";
import { NewForm } from "./forms";
import { Relations } from "./relations";
import { Strategies } from "./strategies";
import { Tile, useDrop } from "./tile";
import { branches, byId, freshId, letter, letters, meant } from "./tree";
import "./console.css";

/** Clusters beside each other need the width; cards that are read out one by one do not. */
export const wide = (view: ClustersView): boolean => view.clusters.length > 0 || view.allow.includes("move");

/** The table on which cards become clusters: left-over cards stay in sight with their number, everything can be done without a mouse. */
export default function ClustersConsole(props: ConsoleProps<ClustersView>) {
  const { item, leads, t, send } = props;
  // A closed step binds a scribe; who leads goes on sorting.
  const view = useMemo(() => (item.locked && !leads ? { ...props.view, allow: [] } : props.view), [props.view, item.locked, leads]);
  const [search, setSearch] = useState("");
  const [chosen, choose] = useState<Card>();
  const may = (act: ClustersView["allow"][number]) => view.allow.includes(act);
  const cards = useMemo(() => byId(view.cards), [view.cards]);
  const duplicateOf = useMemo(() => new Map(view.links.map(x => [x.id, x.duplicateOf])), [view.links]);
  const letterOf = useMemo(() => letters(view), [view.clusters]);
  const move = (contribution: string, cluster?: string) => send("clusters.move", { contribution, ...(cluster && { cluster }) });
  const drop = useDrop(id => void move(id));
  const desk = useRef<HTMLDivElement>(null);
  const { onward } = useHeld(desk, { press });

  const found = (x: Card | undefined): x is Card => !!x && (!search || holds(`${x.id} ${x.text}`, search));
  const loose = view.loose.map(id => cards.get(id)).filter(found);
  const keys = view.clusters.length === 0 ? "" : view.clusters.length === 1 ? "A" : `A–${letter(Math.min(26, view.clusters.length) - 1)}`;
  // What a card's sheet holds is what this step allows.
  const opens = may("move") && may("link") ? "clusters.open-menu" : may("move") ? "clusters.open-move" : may("link") ? "clusters.open-link" : "console.enlarge";
  const tile = (x: Card) => <Tile card={x} duplicateOf={duplicateOf.get(x.id)} movable={may("move")} keys={keys} opens={t(opens)} t={t} open={choose} />;
  const rows = [t, duplicateOf, view.allow, keys, opens];

  /** A card that holds the focus goes where a letter or a number says; a letter that no cluster has does nothing, least of all what it means for the room. */
  function press(card: HTMLElement, key: string): boolean {
    const id = card.dataset.card!;
    const home = view.clusters.find(x => x.cards.includes(id));
    if (!may("move") || !/^[a-z0-9]$/i.test(key) || /^u$/i.test(key)) return false;
    const to = meant(key, view.clusters);
    if (to ? to !== home : key === "0" && home) {
      onward();
      void move(id, to?.id);
    }
    return true;
  }
  return (
    <>
      <p class="facts">
        <span>{t("clusters.projector-count", { n: view.total })}</span>
        <span>{t("clusters.console-clusters", { n: view.clusters.length })}</span>
        {view.participants && may("move") && !item.locked && <span>{t("clusters.console-participants")}</span>}
      </p>
      <div class="tools">
        {may("move") && <NewForm what="cluster" label={t("clusters.new-cluster")} hint={t("clusters.new-cluster-name")} optional t={t} make={name => send("clusters.make", { cluster: freshId(), ...(name && { name }) })} />}
        {may("group") && <NewForm what="group" label={t("clusters.new-group")} hint={t("clusters.new-group-name")} t={t} make={name => send("clusters.group", { group: freshId(), name })} />}
        <Search t={t} text={search} write={setSearch} />
      </div>
      {may("condense") && <Strategies view={view} t={t} send={send} />}
      {may("relate") && <Relations view={view} letterOf={letterOf} t={t} send={send} />}
      {may("link") && <Alike view={view} item={item.id} t={t} send={send} />}
      <div class={`clusters-desk${wide(view) ? "" : " is-reading"}`} ref={desk}>
        <section class={`clusters-tray${drop.over ? " is-over" : ""}`} {...(may("move") ? drop.on : {})} aria-label={t("clusters.left-over", { n: view.loose.length })}>
          <h3>{t("clusters.left-over", { n: view.loose.length })}</h3>
          {view.loose.length === 0 && <p class="empty">{t("clusters.none-left")}</p>}
          <div class="clusters-tiles"><Batches items={loose} row={tile} inputs={rows} by={byHundred} name="clusters-tiles" /></div>
        </section>
        <div>
          {view.clusters.length === 0 && <p class="empty">{t(may("move") ? "clusters.console-none" : may("link") ? "clusters.console-link" : "clusters.none")}</p>}
          {branches(view).map(part => (
            <section key={part.group?.id ?? ""} class={part.group ? "clusters-desk-group" : ""}>
              {part.group && <h3><Own text={part.group.name} /></h3>}
              <div class="clusters-boxes">
                {part.clusters.map(x => (
                  <ClusterBox key={x.id} cluster={x} letter={letterOf.get(x.id)!} view={view} cards={x.cards.map(id => cards.get(id)).filter(found)} tile={tile} rows={rows} t={t} send={send} move={move} />
                ))}
                {part.clusters.length === 0 && <p class="empty">{t("clusters.group-empty")}</p>}
              </div>
            </section>
          ))}
        </div>
      </div>
      {chosen && <CardMenu card={cards.get(chosen.id) ?? chosen} view={view} letterOf={letterOf} duplicateOf={duplicateOf.get(chosen.id)} t={t} send={send} move={(id, cluster) => { onward(); return move(id, cluster); }} onClose={() => choose(undefined)} />}
    </>
  );
}
