import { Dialog } from "../ui/Dialog";
import { useDesk } from "./context";
import { GuestEntry } from "./GuestEntry";
import { Keeping } from "./Keeping";
import { Links } from "./Links";
import { People } from "./People";
import { useQr } from "./qr";
import { Reports } from "./Reports";

export type Panel = "people" | "guest" | "links" | "join" | "keys";

/** The way to what is not needed all the time; each opens as a sheet over the page. */
function Buttons({ open }: { open: (panel: Panel) => void }) {
  const { board, t } = useDesk();
  return (
    <div class="panel-buttons">
      <button type="button" onClick={() => open("people")}>{t("console.people")} <span class="n">{board.people.filter(x => !x.removed && !x.waits).length}</span></button>
      <button type="button" onClick={() => open("guest")}>{t("console.guest")}</button>
      <button type="button" onClick={() => open("links")}>{t("console.links")}</button>
      <button type="button" onClick={() => open("keys")}>{t("screen.keys-title")} <kbd>?</kbd></button>
    </div>
  );
}

function Sheet({ panel, onClose }: { panel: Exclude<Panel, "keys">; onClose: () => void }) {
  const { session, view, t } = useDesk();
  const qr = useQr(session);
  const title = { people: t("console.people"), guest: t("console.guest"), links: t("console.links"), join: t("console.join-title") }[panel];
  return (
    <Dialog title={title} close={t("screen.close")} onClose={onClose} wide={panel !== "guest"}>
      {panel === "people" && <People />}
      {panel === "guest" && <GuestEntry />}
      {panel === "links" && <><Links /><Reports session={session} language={view.language} t={t} /><Keeping /></>}
      {panel === "join" && <div class="join-large"><img src={qr} alt={t("console.qr")} /><p class="code giant">{view.code}</p></div>}
    </Dialog>
  );
}

export const Panels = { Buttons, Sheet };
