import type { Translate } from "../texts";

/** What a phone says of itself, a scribe's page says in words of its own where it has them: `scribe.line.kept` for `phone.line.kept`. */
export const ownWords = (t: Translate): Translate => (key, values) => {
  const own = key.replace(/^phone\./, "scribe.");
  const said = t(own, values);
  return said === own ? t(key, values) : said;
};
