import type { Translate } from "../texts";
import type { InstitutionView } from "../views";

interface Props { institution?: InstitutionView; t: Translate; /** For whoever runs the server: which settings say it. */ keys?: boolean }

/** That phones cannot say who answers for the data, and who changes that; on a public server no session is opened until then. */
export function Unnamed({ institution, t, keys }: Props) {
  const settings = institution && [!institution.controller && "Institution:Controller", !institution.contact && "Institution:Contact"].filter(Boolean).join(", ");
  return settings ? <p class="note">{t(institution.public ? "console.unnamed-public" : "console.unnamed")}{keys && ` ${t("console.unnamed-settings", { settings })}`}</p> : null;
}
