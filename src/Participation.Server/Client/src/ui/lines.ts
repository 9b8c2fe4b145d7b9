const most = 12;

/** Empty lines and more than a dozen breaks would push away what others wrote; no word is lost. */
export function lines(text: string): string {
  if (!text.includes("\n")) return text;
  const all = text.trim().split(/\s*\n\s*/);
  return [...all.slice(0, most - 1), all.slice(most - 1).join(" ")].join("\n").trimEnd();
}
