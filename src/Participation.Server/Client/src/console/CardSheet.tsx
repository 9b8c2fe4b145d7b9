import type { Card } from "../views";
import type { Translate } from "../texts";
import { Dialog } from "../ui/Dialog";
import { Own } from "../ui/Own";

/** One contribution, large, to read it out. */
export function CardSheet({ card, t, onClose }: { card: Card; t: Translate; onClose: () => void }) {
  return (
    <Dialog title={card.id} close={t("screen.close")} onClose={onClose} wide>
      <p class="card-large"><Own text={card.text} /></p>
      {card.place && <p class="note"><Own text={card.place} /></p>}
    </Dialog>
  );
}
