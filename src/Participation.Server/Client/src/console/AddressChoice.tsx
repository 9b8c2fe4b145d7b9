import { useEffect, useState } from "preact/hooks";
import { ask, type Failure } from "../http";
import type { MachineAddress } from "../views";
import { useDesk } from "./context";
import { drawAgain } from "./qr";

/** Which of the machine's addresses links and QR codes show. The machine's own choice is the card with the default route; in a room with two networks somebody knows better. */
export function AddressChoice({ lan, onChosen }: { lan: string[]; onChosen: () => void }) {
  const { t, say } = useDesk();
  const [own, setOwn] = useState<MachineAddress[]>([]);
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => { void ask<MachineAddress[]>("/api/addresses").then(x => setOwn(x.ok ? x.value : [])); }, []);
  if (own.length < 2) return lan.length > 0 ? <p class="note">{t("console.lan")} {lan.join(" · ")}</p> : null;
  const choose = (address: string) => void ask<MachineAddress[]>("/api/addresses", address ? { address } : {}).then(x => {
    setFailure(x.ok ? undefined : x.failure);
    if (!x.ok) return;
    setOwn(x.value);
    drawAgain();
    onChosen();
  });
  return (
    <label class="address-choice">
      {t("console.address")}
      <select value={own.find(x => x.chosen)?.address ?? ""} onChange={e => choose(e.currentTarget.value)}>
        <option value="">{t("console.address-machine", { address: own.find(x => x.likely)?.address ?? "" })}</option>
        {own.map(x => <option key={x.address} value={x.address}>{x.address} · {x.card}</option>)}
      </select>
      <span class="note">{t("console.address-note")}</span>
      {failure && <span class="refusal" role="alert">{failure.text ? say(failure.text) : t("console.not-sent")}</span>}
    </label>
  );
}
