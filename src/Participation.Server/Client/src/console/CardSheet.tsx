import type { Card } from "../views";
import type { Translate } from "../texts";
import { useState } from "preact/hooks";
import { Dialog } from "../ui/Dialog";
import { Own } from "../ui/Own";

interface Props { card: Card; t: Translate; onClose: () => void; /** Only who leads may take words out of the record. */ erase?: (card: Card) => void }

/** One contribution, large, to read it out. */
export function CardSheet({ card, t, onClose, erase }: Props) {
  const [asking, ask] = useState(false);
  return (
    <Dialog title={card.id} close={t("screen.close")} onClose={onClose} wide>
      <p class="card-large"><Own text={card.text} /></p>
      {card.status === "erased" && <p class="note">{t("room.status.erased")}</p>}
      {card.place && <p class="note"><Own text={card.place} /></p>}
      {erase && card.status !== "erased" && !asking && <p class="card-acts"><button type="button" class="quiet" onClick={() => ask(true)}>{t("console.erase")}</button></p>}
      {asking && erase && (
        <div role="group" aria-label={t("console.erase")}>
          <p>{t("console.erase-ask")}</p>
          <p class="card-acts"><button type="button" class="primary" onClick={() => { erase(card); onClose(); }}>{t("console.erase")}</button></p>
        </div>
      )}
    </Dialog>
  );
}
