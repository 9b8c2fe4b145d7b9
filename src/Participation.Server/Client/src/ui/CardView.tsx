import type { Translate } from "../texts";
import type { Card, LocalText, Option } from "../views";
import { Own } from "./Own";

interface Props {
  card: Card;
  t: Translate;
  say: (text: LocalText | undefined) => string;
  categories?: Option[];
  zones?: Option[];
  /** What sort of contribution it is where its kind of step tells some apart: the key of its word, and the class that colours it. */
  sort?: { label: string; class: string };
  /** Says the status also when there is nothing to say about it. */
  mine?: boolean;
  children?: preact.ComponentChildren;
}

/** A contribution in its writer's words, with its number and what it is about. */
export function CardView({ card, t, say, categories = [], zones = [], sort, mine, children }: Props) {
  const category = categories.find(x => x.id === card.category);
  const zone = zones.find(x => x.id === card.zone);
  const about = [category && say(category.label), zone && say(zone.label), card.place && <Own text={card.place} />].filter(Boolean);
  return (
    <li class={`card ${sort?.class ?? ""} ${card.status}`}>
      <p class="meta">
        <span class="numeral" translate={false}>{card.id}</span>
        {sort && <span class="sort">{t(sort.label)}</span>}
        {card.pinned && <span>{t("room.pinned")}</span>}
      </p>
      <p class="words"><Own text={card.text} /></p>
      {about.length > 0 && <p class="meta">{about.map((x, n) => <span key={n}>{x}</span>)}</p>}
      {(mine || card.status !== "shown") && <p class="state">{card.status === "shown" ? <>✓ {t("phone.state.received")}</> : t(`room.status.${card.status}`)}</p>}
      {children}
    </li>
  );
}
