import { useEffect, useState } from "preact/hooks";
import { ask } from "../http";
import type { LeaderLink, Links as Found } from "../views";
import { AddressChoice } from "./AddressChoice";
import { useDesk } from "./context";
import { Copied } from "./Copied";
import { Leaders } from "./Leaders";

/** The links of this session: whoever has one has its role, so they are shown on demand and copied with one press, not printed on the projector. */
export function Links() {
  const { session, board, t } = useDesk();
  const [links, setLinks] = useState<Found>();
  const [failed, setFailed] = useState(false);
  const [leader, setLeader] = useState<LeaderLink>();
  const again = () => void ask<Found>(`/api/sessions/${session}/links`).then(x => (x.ok ? setLinks(x.value) : setFailed(true)));
  useEffect(again, [session]);
  if (failed) return <p class="empty">{t("console.links-failed")}</p>;
  if (!links) return <p class="empty">{t("console.loading")}</p>;
  const table = (id: string) => board.tables.find(x => x.id === id)?.name ?? id;
  const all: [string, string][] = [
    [t("console.link-participant"), links.participant],
    [t("console.link-projector"), links.projector],
    ...links.scribes.map((x): [string, string] => [x.table ? t("console.link-scribe", { table: table(x.table) }) : t("console.link-scribe-all"), x.url]),
  ];
  return (
    <div class="all-links">
      <ul>
        {all.map(([name, url]) => (
          <li key={url}>
            <span>{name}</span>
            <Copied name={name} url={url} t={t} />
            <a href={url} target="_blank" rel="noopener">{t("console.link-open")}</a>
          </li>
        ))}
        <li>
          <span>{t("console.link-facilitator")}</span>
          {leader
            ? <Copied name={t("console.link-facilitator")} url={leader.url} t={t} />
            : <button type="button" onClick={() => void ask<LeaderLink>(`/api/sessions/${session}/leaders`, {}).then(x => (x.ok ? setLeader(x.value) : setFailed(true)))}>{t("console.link-facilitator-make")}</button>}
        </li>
      </ul>
      <p class="note">{t("console.link-facilitator-note")}</p>
      <Leaders />
      <AddressChoice lan={links.lan} onChosen={again} />
    </div>
  );
}
