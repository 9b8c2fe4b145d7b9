import { useEffect, useRef } from "preact/hooks";
import type { Translate } from "@client/texts";
import type { Card } from "@client/views";
import type { Cluster } from "./views";
import { Own } from "@client/ui/Own";
import { about } from "./first";
import { meant } from "./tree";
import "./choice.css";

interface Props { cluster: Cluster; letter?: string; cards: ReadonlyMap<string, Card>; t: Translate }

/** A cluster where one chooses among them: the letter that the room calls it by, what it is about, how many cards it has. */
export function Choice({ cluster, letter, cards, t }: Props) {
  const words = about(cluster, cards);
  return (
    <span class="clusters-choice">
      <b class="clusters-letter">{letter}</b>{" "}
      <span class={cluster.name ? "clusters-about" : "clusters-about is-first"}>{words ? <Own text={words} /> : <em>{t("clusters.no-card")}</em>}</span>{" "}
      <span class="clusters-size numeral">{t("clusters.cards", { n: cluster.cards.length })}</span>
    </span>
  );
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches("input, textarea, select");

/** As long as a choice stands on the page, a letter or a number makes it. */
export function useChoice<T>(clusters: readonly T[], choose: (cluster: T) => void): void {
  const latest = useRef({ clusters, choose });
  latest.current = { clusters, choose };
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.altKey || e.metaKey || e.repeat || isTyping(e.target)) return;
      const found = meant(e.key, latest.current.clusters);
      if (found === undefined) return;
      e.preventDefault();
      latest.current.choose(found);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
