import { useEffect } from "preact/hooks";
import type { RefObject } from "preact";
import { graphemes, tooHeavy } from "../graphemes";
import type { Translate } from "../texts";

interface Props { text: string; limit: number; field: RefObject<HTMLInputElement | null>; t: Translate }

/** Under a field of one line: says when more stands there than is taken, and that the form waits for it. Nothing is cut off, as a browser would do in silence. */
export function Limit({ text, limit, field, t }: Props) {
  const over = graphemes(text.trim()) - limit;
  const wrong = over > 0 ? t("console.over", { n: over }) : tooHeavy(text) ? t("console.over-bytes") : "";
  useEffect(() => field.current?.setCustomValidity(wrong), [wrong]);
  return <span class={wrong ? "refusal" : "unseen"} role="status">{wrong}</span>;
}
