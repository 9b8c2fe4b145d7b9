import { useEffect, useState } from "preact/hooks";

/** How soon an address that was chosen on the console stands on the wall. */
const often = 20_000;

/** The address to type on a phone, as the code beside it has it: the server says which, for this page's own may be one that means another machine on each phone. */
export function useAddress(session: string, connected: boolean): string {
  const [address, set] = useState(location.host);
  useEffect(() => {
    if (!connected) return;
    const look = () => void fetch(`/api/sessions/${session}/address`)
      .then(x => (x.ok ? x.json() : undefined))
      .then((known?: { address: string }) => { if (known) set(known.address); })
      .catch(() => {});
    look();
    const each = setInterval(look, often);
    return () => clearInterval(each);
  }, [session, connected]);
  return address;
}

/** A code is read aloud in two groups: of three, or of four where codes are long. */
export const spoken = (code: string) => `${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`;
