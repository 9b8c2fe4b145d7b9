const most = 12;
// Whatever ends a line: browsers break at each of them.
const end = /\s*[\n\r\v\f\x85\u2028\u2029]\s*/;

/** Empty lines and more than a dozen breaks would push away what others wrote; no word is lost. */
export function lines(text: string): string {
  if (!end.test(text)) return text;
  const all = text.trim().split(end);
  return [...all.slice(0, most - 1), all.slice(most - 1).join(" ")].join("\n").trimEnd();
}
