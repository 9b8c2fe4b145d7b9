const segmenter = typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : undefined;

// A sign with all that hangs on it: marks, tones of skin, and what a joiner joins; two letters of a flag.
const signs = /\r\n|(?:\p{RI}{2}|[^])(?:\p{M}|\p{EMod}|\u200c|\u200d\p{ExtPict}?)*/gu;

/** Characters as people count them, also where the browser cannot. */
export const graphemes = (text: string): number => (segmenter ? [...segmenter.segment(text)] : text.normalize().match(signs) ?? []).length;

/** No text may be longer than this in UTF-8, whatever its limit in characters: a larger frame would close the connection. */
export const tooHeavy = (text: string): boolean => new TextEncoder().encode(text).length > 8_000;
