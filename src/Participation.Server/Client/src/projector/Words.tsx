import { Own } from "../ui/Own";
import { useFit } from "./fit";

/** What a person wrote, on a space of the wall that has its size: whole. */
export function Words({ text, class: name = "", heading }: { text: string; class?: string; heading?: boolean }) {
  const fitted = useFit<HTMLHeadingElement & HTMLParagraphElement>(text);
  const Tag = heading ? "h1" : "p";
  return <Tag class={`wall-words ${name}`} ref={fitted}><Own text={text} /></Tag>;
}
