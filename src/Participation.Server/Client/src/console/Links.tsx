import { useEffect, useState } from "preact/hooks";
import { ask } from "../http";
import { useDesk } from "./context";

interface Links { participant: string; facilitator: string; projector: string; scribes: { table?: string; url: string }[]; code: string; lan: string[] }

/** The links of this session: whoever has one has its role, so they are shown on demand and copied, not printed on the projector. */
export function Links() {
  const { session, board, t } = useDesk();
  const [links, setLinks] = useState<Links>();
  const [failed, setFailed] = useState(false);
  useEffect(() => { void ask<Links>(`/api/sessions/${session}/links`).then(x => (x.ok ? setLinks(x.value) : setFailed(true))); }, [session]);
  if (failed) return <p class="empty">{t("console.links-failed")}</p>;
  if (!links) return <p class="empty">{t("console.loading")}</p>;
  const table = (id: string) => board.tables.find(x => x.id === id)?.name ?? id;
  const all: [string, string][] = [
    [t("console.link-participant"), links.participant],
    [t("console.link-projector"), links.projector],
    [t("console.link-facilitator"), links.facilitator],
    ...links.scribes.map((x): [string, string] => [x.table ? t("console.link-scribe", { table: table(x.table) }) : t("console.link-scribe-all"), x.url]),
  ];
  return (
    <div class="all-links">
      <ul>
        {all.map(([name, url]) => (
          <li key={url}>
            <span>{name}</span>
            <input readOnly value={url} aria-label={name} onFocus={e => e.currentTarget.select()} />
            <a href={url} target="_blank" rel="noopener">{t("console.link-open")}</a>
          </li>
        ))}
      </ul>
      {links.lan.length > 0 && <p class="note">{t("console.lan")} {links.lan.join(" · ")}</p>}
    </div>
  );
}
