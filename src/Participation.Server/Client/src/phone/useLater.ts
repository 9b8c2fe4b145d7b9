import { useEffect, useState } from "preact/hooks";
import { load } from "../texts";
import { areas, useSpeech } from "./speech";

const ask = () => import("./later");

/** What comes behind the page, with its words. Asked for again with each change of the connection, until it came. */
export function useLater(contact?: string) {
  const { language } = useSpeech();
  const [found, set] = useState<Awaited<ReturnType<typeof ask>>>();
  useEffect(() => void (found || ask().then(async later => {
    // From now on another language brings these words too.
    if (!areas.includes(later.texts)) areas.push(later.texts);
    await load(language, later.texts);
    set(later);
  }).catch(() => {})), [contact, language]);
  return found;
}
