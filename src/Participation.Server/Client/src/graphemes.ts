const segmenter = typeof Intl !== "undefined" && "Segmenter" in Intl ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : undefined;

/** Characters as people count them; where the browser cannot, code points. */
export const graphemes = (text: string): number => (segmenter ? [...segmenter.segment(text)].length : [...text].length);

/** No text may be longer than this in UTF-8, whatever its limit in characters: a larger frame would close the connection. */
export const tooHeavy = (text: string): boolean => new TextEncoder().encode(text).length > 8_000;
