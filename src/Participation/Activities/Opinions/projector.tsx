import { useMemo, useState } from "preact/hooks";
import type { ProjectorProps, Zoomable } from "@client/activity";
import type { OpinionsView } from "@client/views";
import { Pager } from "@client/projector/Pager";
import { Secret } from "@client/projector/Secret";
import { usePages } from "@client/projector/pages";
import { ordered, type Order } from "./order";
import { Stack } from "./stack";
import { Own } from "@client/ui/Own";
import "./opinions.css";

const perPage = 5;

export const zoomable = (view: OpinionsView): Zoomable[] => view.rows.filter(x => x.status === "shown").map(x => ({ id: x.id, text: x.text, label: x.label }));

/** The opinions for the room: how many take part until they are revealed, then each statement with its votes. */
export default function OpinionsProjector({ view, item, t, say, still }: ProjectorProps<OpinionsView>) {
  const [order, setOrder] = useState<Order>("agreement");
  const rows = useMemo(() => ordered(view.rows.filter(x => x.status === "shown"), order), [view.rows, order]);
  const pages = usePages(Math.ceil(rows.length / perPage), { follow: "first", still });
  if (!view.revealed) {
    return (
      <div class="opinion-progress">
        <p class="giant numeral">{view.votes}</p>
        <p class="lead">{t("opinions.projector-votes", { n: view.votes })}</p>
        {item.ballots && <Secret ballots={item.ballots} t={t} />}
        <p class="lead">{t("opinions.projector-so-far", { n: view.voters, statements: t("opinions.console-statements", { n: view.statements }) })}</p>
      </div>
    );
  }
  return (
    <div class="opinion-wall">
      <div class="strip">
        {item.ballots && <Secret ballots={item.ballots} t={t} />}
        <p class="lead">{t("opinions.projector-voters", { n: view.voters })}</p>
        <button type="button" class="local" onClick={() => setOrder(order === "agreement" ? "division" : "agreement")}>{t(`opinions.order-${order}`)}</button>
        <Pager pages={pages} t={t} />
      </div>
      <ul class="opinion-page">
        {rows.slice(pages.at * perPage, (pages.at + 1) * perPage).map(x => (
          <li key={x.id} class="opinion-line">
            <p class="opinion-text"><Own text={x.text ?? say(x.label)} /></p>
            <Stack row={x} t={t} />
          </li>
        ))}
      </ul>
    </div>
  );
}
