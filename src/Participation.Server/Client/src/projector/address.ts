import { useEffect, useState } from "preact/hooks";

/** The address to type on a phone: this page's own, unless it is open on the server's machine, which phones know by its address in the network. */
export function useAddress(session: string, connected: boolean): string {
  const [address, set] = useState(location.host);
  useEffect(() => {
    if (!connected || !/^(localhost|127\.|\[::1\])/.test(location.host)) return;
    void fetch(`/api/sessions/${session}/address`)
      .then(x => (x.ok ? x.json() : undefined))
      .then((known?: { address: string }) => { if (known) set(known.address); })
      .catch(() => {});
  }, [session, connected]);
  return address;
}

/** A code is read aloud in two groups: of three, or of four where codes are long. */
export const spoken = (code: string) => `${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`;
