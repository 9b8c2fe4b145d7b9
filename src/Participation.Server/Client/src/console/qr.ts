import { useEffect, useState } from "preact/hooks";

let times = 0;

/** Where the QR code of a session is; another place once the address in it was chosen anew, for a browser shows a picture again that it has. */
export function useQr(session: string): string {
  const [drawn, set] = useState(times);
  useEffect(() => {
    const again = () => set(times);
    addEventListener("qr-again", again);
    return () => removeEventListener("qr-again", again);
  }, []);
  return `/api/sessions/${session}/qr.svg${drawn > 0 ? `?drawn=${drawn}` : ""}`;
}

/** The codes on this page are drawn again. */
export function drawAgain(): void {
  times++;
  dispatchEvent(new Event("qr-again"));
}
