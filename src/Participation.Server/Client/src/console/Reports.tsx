import { useState } from "preact/hooks";
import type { Translate } from "../texts";
import type { Language } from "../views";

interface Props {
  session: string;
  language: Language;
  leads?: boolean;
  /** Shows the first page beside the way to the report. */
  cover?: boolean;
  t: Translate;
}

/** The report of a session, and behind it its other forms and what it prints as data; it may be made while the session is live. Who leads it also gets its record, and reads first what that holds. */
export function Reports({ session, language, leads = true, cover, t }: Props) {
  const address = (form: string, query = "") => `/report/${session}.${form}?language=${language}${query}`;
  const link = (form: string, name = form, query = "") => <li><a href={address(form, query)} target="_blank" rel="noopener">{t(`console.report-${name}`)}</a></li>;
  return (
    <div class={cover ? "reports has-cover" : "reports"}>
      {cover && <Cover of={address("svg")} t={t} />}
      <div class="report-ways">
        <p><a class="report-pdf" href={address("pdf")} target="_blank" rel="noopener">{t("console.report-pdf")}</a></p>
        <details class="forms">
          <summary>{t("console.report-forms")}</summary>
          <ul class="links">{link("pdf", "pdf-a3", "&standard=a3")}{link("html")}{link("xlsx")}{link("csv")}{link("data.json", "data")}</ul>
        </details>
        {leads && (
          <details class="record">
            <summary>{t("console.report-record")}</summary>
            <p class="note">{t("console.report-record-holds")}</p>
            <p class="links"><a href={`/report/${session}.json`} target="_blank" rel="noopener">{t("console.report-json")}</a></p>
          </details>
        )}
      </div>
    </div>
  );
}

/** The first page as the server sets it now. Where it cannot, it says so and the ways to the report stay. */
function Cover({ of, t }: { of: string; t: Translate }) {
  const [failed, setFailed] = useState(false);
  return failed
    ? <p class="note report-cover">{t("console.report-no-cover")}</p>
    : <img class="report-cover" src={of} alt={t("console.report-cover")} width="300" height="424" onError={() => setFailed(true)} />;
}
