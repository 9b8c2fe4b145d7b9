import { useEffect, useRef, useState } from "preact/hooks";
import { leaving, leftBehind, watchDrafts, writeDraft } from "../drafts";
import { Own } from "../ui/Own";
import type { Room } from "./room";
import { useSpeech } from "./speech";

// So long after its end a step still takes what was written in it (s): the server's own grace, less the way there.
const grace = 9;

/** The words that somebody was writing when the step moved on: they are here, can be copied, and for a moment be sent all the same. */
export function Kept({ room, item }: { room: Room; item?: string }) {
  const [, changed] = useState({});
  useEffect(() => watchDrafts(() => changed({})), []);
  return <>{leftBehind(room.session, item).map(x => <Left key={x.key} of={x.key} text={x.text} />)}</>;
}

function Left({ of, text }: { of: string; text: string }) {
  const { t } = useSpeech();
  const left = () => Math.ceil(grace - (performance.now() - (leaving.get(of)?.at ?? -Infinity)) / 1000);
  const [seconds, count] = useState(left);
  const [copied, setCopied] = useState(false);
  const words = useRef<HTMLQuoteElement>(null);
  useEffect(() => {
    count(left());
    const each = setInterval(() => count(left()), 250);
    return () => clearInterval(each);
  }, []);
  // By selection: a room's own Wi-Fi is no secure context, and there is no other clipboard in it. What was not copied is selected at least.
  const copy = () => {
    getSelection()!.selectAllChildren(words.current!);
    setCopied(document.execCommand("copy"));
  };
  return (
    <div class="notice" role="status">
      <p>{t("door.draft.kept")}</p>
      <blockquote ref={words}><Own text={text} /></blockquote>
      {seconds > 0 && <p>{t("door.draft.late", { n: seconds })}</p>}
      <p class="between">
        {seconds > 0 && <button class="button primary" onClick={() => leaving.get(of)!.send()}>{t("door.draft.send")}</button>}
        <button class="button" onClick={copy}>{t(copied ? "door.draft.copied" : "door.draft.copy")}</button>
        <button class="quiet" onClick={() => writeDraft(of, text)}>{t("phone.refused.ok")}</button>
      </p>
    </div>
  );
}
