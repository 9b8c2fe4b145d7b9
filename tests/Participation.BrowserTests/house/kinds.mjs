import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Every kind as its example in the tests of the server says it: settings, which words its commands take, and something of everything; sources stand before those who take from them. */
export const kinds = JSON.parse(readFileSync(new URL("kinds.approved.json", import.meta.url), "utf8"));

const isText = x => typeof x === "object" && x !== null && ["en", "it", "de"].every(language => language in x);

/** Settings with other words: what `title` makes of the name of a kind, `text` of a text, `texts` of a list of them, `options` of answers to choose from. */
export function dressed(value, make) {
  if (isText(value)) return make.text(value);
  if (Array.isArray(value)) return value.some(isText) ? make.texts(value) : value.some(x => isText(x?.label)) ? make.options(value) : value.map(x => dressed(x, make));
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([name, x]) => [name, dressed(x, make)])) : value;
}

/** The kinds as an agenda that a workshop may have: an item takes only from what stands before it. */
export const agenda = make => kinds.map(({ kind, mark, settings }, n) => {
  const earlier = kinds.slice(0, n).map(x => x.kind);
  const { from, weights, ...others } = settings;
  return {
    id: kind, kind, mark, title: make.title(kind), minutes: 5,
    settings: { ...dressed(others, make), ...(from && { from: from.filter(x => earlier.includes(x)) }), ...(earlier.includes(weights) && { weights }) },
  };
});

/** How long such words may be where these are the settings. */
export const longest = ({ most }, settings) => (typeof most === "string" ? settings[most] : most);

/** A command's data in other words: what `say` makes of each place that holds some. */
export function reworded(data, places, say) {
  const said = { ...data };
  for (const place of places) {
    const { member, field } = place;
    said[member] = field ? { ...said[member], [field]: say(place) } : Array.isArray(data[member]) ? [say(place)] : say(place);
  }
  return said;
}

/** Something of everything that is given in a kind, of each command so many: who sends it, 0 for the facilitator, and the command; with other words where there is somebody to `say` them. */
export function given({ kind, full, words, settings }, each, say) {
  const times = {};
  const holds = (data, { member, field }) => (field ? data[member]?.[field] : data[member]) !== undefined;
  return full.filter(({ name }) => (times[name] = (times[name] ?? 0) + 1) <= each).map(({ who, name, data }) => ({
    who, command: { name, item: kind, data: say ? reworded(data, words.filter(x => x.command === name && holds(data, x)), x => say(longest(x, settings))) : data },
  }));
}

/** The title of a step, as it stands on every page. */
export const titleOf = kind => `The step of ${kind}`;

/** A folder with one workshop of one step of each kind, with the words of the examples. */
export function shelved(title) {
  const folder = mkdtempSync(join(tmpdir(), "participation-kinds-"));
  const texts = { en: {}, it: {}, de: {} };
  const text = said => {
    const key = `text.t${Object.keys(texts.en).length}`;
    for (const language of ["en", "it", "de"]) texts[language][key] = said[language] ?? said;
    return `@${key}`;
  };
  const options = list => list.map(x => ({ ...x, label: text(x.label) }));
  const workshop = {
    title: text(title), description: text("Something of everything."), consent: text("You agree."), language: "en",
    types: options([{ id: "resident", label: "Resident" }]), zones: options([{ id: "z1", label: "By the lake" }]),
    agenda: agenda({ title: kind => text(titleOf(kind)), text, texts: list => list.map(text), options }),
  };
  mkdirSync(join(folder, "kinds"));
  writeFileSync(join(folder, "kinds", "workshop.json"), JSON.stringify(workshop));
  for (const language of ["en", "it", "de"]) writeFileSync(join(folder, "kinds", `texts.${language}.json`), JSON.stringify(texts[language]));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
