import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on the page as it stands, in light and in dark: what dark changes is its colours, so only what looks at them looks again. */
export async function barriers(page, state) {
  const found = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(`window.axe || (() => { ${axe} })()`);
    const { violations } = await page.evaluate(dark => window.axe.run(document, { resultTypes: ["violations"], ...(dark && { runOnly: ["color-contrast", "link-in-text-block"] }) }), colorScheme === "dark");
    found.push(...violations.flatMap(x => x.nodes.map(node => `${state} ${colorScheme}: ${x.id} ${node.target.join(" ")} ${node.failureSummary?.split("\n").slice(1).join("; ").slice(0, 200)}`)));
  }
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/** What is wider than the page, and hints that are wider than the field in which they stand: of those no scroll bar tells. */
export const tooWide = page => page.evaluate(() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const found = wide <= 0 ? [] : [`${wide} px wider: ` + [...document.querySelectorAll("body *")].filter(x => x.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(x => x.outerHTML.slice(0, 90)).join(" | ")];
  const pen = document.createElement("canvas").getContext("2d");
  for (const field of document.querySelectorAll("input[placeholder]")) {
    const style = getComputedStyle(field);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (field.checkVisibility() && pen.measureText(field.placeholder).width > room + 0.5) found.push(`the hint “${field.placeholder}” is cut`);
  }
  return found;
});

/** Everything that a thumb must hit and that is smaller than 44 by 44 px; links inside a sentence are text. */
export const smallTargets = page => page.evaluate(() => [...document.querySelectorAll("button, select, textarea, summary, input, [role=option]")].filter(x => x.checkVisibility({ visibilityProperty: true })).map(x => {
  const target = x.matches("input[type=radio], input[type=checkbox]") ? x.closest("label") ?? x : x;
  const { width, height } = target.getBoundingClientRect();
  return { words: (x.getAttribute("aria-label") ?? x.textContent).trim().slice(0, 40), width, height };
}).filter(x => x.width > 0 && (x.width < 43.5 || x.height < 43.5)).map(x => `${x.words}: ${Math.round(x.width)} × ${Math.round(x.height)}`));

/** Texts whose contrast to what lies behind them is below the given one. */
export const faint = (page, least) => page.evaluate(least => {
  const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const rgba = color => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r, g, b].map((x, i) => (x * a + [R, G, B][i] * (255 - a)) / 255);
  const behind = node => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((ground, layer) => over(layer, ground), rgba("canvas").slice(0, 3));
  };
  const light = color => color.map(x => x / 255).map(x => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)).reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0);
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const at = text.parentElement;
    if (!text.data.trim() || !at.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || at.closest(".unseen, :disabled, script, style") || at.getBoundingClientRect().width < 2) continue;
    const ground = behind(at);
    const style = getComputedStyle(at);
    const ink = over(rgba(at instanceof SVGElement ? style.fill : style.color), ground);
    const [low, high] = [light(ink), light(ground)].sort((a, b) => a - b);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < least) found.add(`${contrast.toFixed(2)} “${text.data.trim().slice(0, 40)}” (${at.className || at.tagName})`);
  }
  return [...found];
}, least);

/** Each finding once, with the states in which it was met. */
export function nothing(found, what) {
  const where = new Map();
  for (const x of found) {
    const [state, ...words] = typeof x === "string" ? x.split(": ") : ["", JSON.stringify(x)];
    where.set(words.join(": "), [...(where.get(words.join(": ")) ?? []), state]);
  }
  assert.equal([...where].map(([words, states]) => `${words}\n    ${states.slice(0, 4).join(" · ")}${states.length > 4 ? ` and ${states.length - 4} more` : ""}`).join("\n"), "", what);
}

/** What of the wall lies beyond the edges of the screen: it is fixed in place, so no scroll bar tells. */
export const outside = page => page.evaluate(() => [...document.querySelectorAll(".wall, .wall h1, .wall p, .wall li, .wall footer, .wall-tell > *")]
  .map(x => [x, x.getBoundingClientRect()]).filter(([, box]) => box.width > 0 && (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1))
  .map(([x, box]) => `${x.className || x.tagName} at ${Math.round(box.left)}, ${Math.round(box.top)} to ${Math.round(box.right)}, ${Math.round(box.bottom)}`));

/** Words on buttons and tabs that are broken in two: a line may end between words, and nowhere else. */
export const brokenWords = page => page.evaluate(() => {
  const found = [];
  for (const button of document.querySelectorAll("button, select, summary, .tag")) {
    if (!button.checkVisibility({ visibilityProperty: true })) continue;
    const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement.closest(".unseen, bdi")) continue;
      // A caption of one line that ends in an ellipsis breaks no word.
      if (getComputedStyle(text.parentElement).textOverflow === "ellipsis") continue;
      for (const { 0: word, index } of text.data.matchAll(/[^\s\u00ad-]+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (range.getClientRects().length > 1) found.push(word);
      }
    }
  }
  return found;
});

/** Buttons of a folded panel that have less room than their words. */
export const cutWords = page => page.evaluate(() => [...document.querySelectorAll(".is-folded button")]
  .filter(x => x.checkVisibility({ visibilityProperty: true }) && (x.scrollWidth > x.clientWidth + 1 || x.scrollHeight > x.clientHeight + 1)).map(x => x.textContent));
