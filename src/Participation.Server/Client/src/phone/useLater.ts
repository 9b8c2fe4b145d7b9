import { useEffect, useState } from "preact/hooks";
import { load, type Loaders } from "../texts";
import { persist } from "./persist";
import { areas, useSpeech } from "./speech";

/** What stands before a session, and what is inside: who comes for the first time needs the one to come in, and the other not before. */
export const atDoor = () => import("./atDoor");
export const inside = () => import("./RoomPage");

/** What came once is there at once. */
const there = new Map<unknown, unknown>();

/** A part of the page that comes behind it, with its words where it brings some. Asked for until it came, and at once when the network is back. */
export function useLater<Part extends object>(ask: () => Promise<Part & { texts?: Loaders }>): Part | undefined {
  const { language } = useSpeech();
  const [found, set] = useState(there.get(ask) as Part | undefined);
  useEffect(() => {
    if (found) return;
    let wanted = true;
    void persist(async () => {
      const part = await ask();
      if (part.texts) {
        // From now on another language brings these words too.
        if (!areas.includes(part.texts)) areas.push(part.texts);
        await load(language, part.texts);
      }
      there.set(ask, part);
      if (wanted) set(part);
    }, () => {});
    return () => void (wanted = false);
  }, [language]);
  return found;
}
