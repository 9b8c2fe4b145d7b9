import { Dialog } from "../ui/Dialog";
import { useDesk } from "./context";

interface Props { title: string; text: string; yes: string; onYes: () => void; onClose: () => void }

/** Asks once before an act that empties a step or ends the session. */
export function Confirm({ title, text, yes, onYes, onClose }: Props) {
  const { t } = useDesk();
  return (
    <Dialog title={title} close={t("screen.cancel")} onClose={onClose}>
      <p>{text}</p>
      <p class="card-acts"><button type="button" class="primary" onClick={() => { onYes(); onClose(); }}>{yes}</button></p>
    </Dialog>
  );
}
