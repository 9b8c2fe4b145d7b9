import { useEffect, useState } from "preact/hooks";
import { load, speaks, type Loaders } from "../texts";
import { persist } from "./persist";
import { areas, useSpeech } from "./speech";

/** What stands before a session, and what is inside: who comes for the first time needs the one to come in, and the other not before. */
export const atDoor = () => import("./atDoor");
export const inside = () => import("./RoomPage");

/** What came once is there at once. */
const there = new Map<unknown, { part: { texts?: Loaders } }>();

/** A part of the page that comes behind it, with its words where it brings some. Asked for until it came, and at once when the network is back. */
export function useLater<Part extends object>(ask: () => Promise<Part & { texts?: Loaders }>): Part | undefined {
  const { language } = useSpeech();
  const [found, set] = useState(there.get(ask) as { part: Part & { texts?: Loaders } } | undefined);
  const ready = found && (!found.part.texts || speaks(found.part.texts, language));
  useEffect(() => {
    if (ready) return;
    let wanted = true;
    // The page may have chosen another language while the part was on its way: then its words are asked for once more.
    void persist(async () => {
      const part = await ask();
      if (part.texts) {
        // From now on another language brings these words too.
        if (!areas.includes(part.texts)) areas.push(part.texts);
        await load(language, part.texts);
      }
      there.set(ask, { part });
      if (wanted) set({ part });
    }, () => {});
    return () => void (wanted = false);
  }, [language]);
  return ready ? found.part : undefined;
}
