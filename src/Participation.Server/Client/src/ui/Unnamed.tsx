import type { Translate } from "../texts";
import type { InstitutionView } from "../views";

/** That phones are told of nobody who answers for the data, and which settings change that; on a public server no session is opened until then. */
export function Unnamed({ institution, t }: { institution?: InstitutionView; t: Translate }) {
  const settings = institution && [!institution.controller && "Institution:Controller", !institution.contact && "Institution:Contact"].filter(Boolean).join(", ");
  return settings ? <p class="note">{t(institution.public ? "console.unnamed-public" : "console.unnamed", { settings })}</p> : null;
}
