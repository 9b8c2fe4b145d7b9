import type { Language, LocalText } from "./views";

/** Loads a language's table of texts, each language a chunk of its own. */
export type Loaders = Record<Language, () => Promise<{ default: Record<string, string> }>>;

/** The text of a key, its `{members}` filled in. A key with `.one` and `.other`, and `.none` where nothing is said in words, follows `n`. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

export const languages: Record<Language, string> = { en: "English", it: "Italiano", de: "Deutsch" };

const tables: Partial<Record<Language, Record<string, string>>> = {};
const came = new Map<Loaders, Set<Language>>();

/** Loads tables of one language; what has been loaded stays. */
export async function load(language: Language, ...areas: Loaders[]): Promise<void> {
  const found = await Promise.all(areas.map(area => area[language]()));
  tables[language] = Object.assign({}, tables[language], ...found.map(x => x.default));
  for (const area of areas) came.set(area, (came.get(area) ?? new Set()).add(language));
}

/** Whether the words of an area are there in a language. */
export const speaks = (area: Loaders, language: Language): boolean => came.get(area)?.has(language) ?? false;

/** In the middle of a sentence, in a title or a label no text turns round what stands beside it; where markup keeps it to itself (`Own`) it stands as it was typed. */
const plain = (text: string) => text.replace(/[\u202A-\u202E\u2066-\u206F]/g, "");

/** The texts of a language that was loaded. A missing key shows itself: better an odd word than an empty button. */
export const translate = (language: Language): Translate => (key, values) => {
  const table = tables[language] ?? {};
  const n = values?.n;
  const text = (n === 0 && table[`${key}.none`]) || (n !== undefined && table[`${key}.${Number(n) === 1 ? "one" : "other"}`]) || table[key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values?.[name];
    return value === undefined ? whole : typeof value === "number" ? grouped(value, language) : plain(value);
  });
};

/** A number with its thousands apart, on screens as on paper; Italian leaves four digits together unless it is asked. */
const grouped = (n: number, language: Language): string => n.toLocaleString(language, { useGrouping: "always" });

/** A number that stands alone, written as the page's language writes it. */
export const figure = (n: number, t: Translate): string => t("{n}", { n });

/** An author's text in one language. */
export const say = (language: Language) => (text: LocalText | undefined) => plain(text?.[language] ?? text?.en ?? "");

/** The first of the wishes that the house speaks. */
export function choose(...wishes: (string | null | undefined)[]): Language {
  const known = wishes.map(x => x?.slice(0, 2).toLowerCase()).find(x => x && x in languages);
  return (known as Language | undefined) ?? "en";
}
