import type { Translate } from "../texts";
import type { Language } from "../views";

/** The report of a session in its forms; it may be made while the session is live. Who leads it also gets its record, by itself or within an archive's PDF. */
export function Reports({ session, language, leads = true, t }: { session: string; language: Language; leads?: boolean; t: Translate }) {
  const link = (form: string, query = "") => (
    <a key={form + query} href={`/report/${session}.${form}?language=${language}${query}`} target="_blank" rel="noopener">{t(`console.report-${form}${query ? "-a3" : ""}`)}</a>
  );
  return <p class="links">{t("console.report")}: {link("pdf")} {leads && link("pdf", "&standard=a3")} {link("html")} {link("csv")} {leads && link("json")}</p>;
}
