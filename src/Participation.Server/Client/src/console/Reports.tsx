import type { Translate } from "../texts";
import type { Language } from "../views";

/** The report of a session in its forms, and what it prints as data; it may be made while the session is live. Who leads it also gets its record, and reads first what that holds. */
export function Reports({ session, language, leads = true, t }: { session: string; language: Language; leads?: boolean; t: Translate }) {
  const link = (form: string, name = form, query = "") => (
    <a href={`/report/${session}.${form}?language=${language}${query}`} target="_blank" rel="noopener">{t(`console.report-${name}`)}</a>
  );
  return (
    <div class="reports">
      <p class="links">{t("console.report")}: {link("pdf")} {link("pdf", "pdf-a3", "&standard=a3")} {link("html")} {link("xlsx")} {link("csv")} {link("data.json", "data")}</p>
      {leads && (
        <details class="record">
          <summary>{t("console.report-record")}</summary>
          <p class="note">{t("console.report-record-holds")}</p>
          <p class="links"><a href={`/report/${session}.json`} target="_blank" rel="noopener">{t("console.report-json")}</a></p>
        </details>
      )}
    </div>
  );
}
