/**
 * What a wall does not show whole, in words: ink beyond the screen, cut by a box, over other ink or on a rule, in the foot though it is of the page, words that break,
 * fade or are cut short though there is room for them, letters under the least size. Measured is the ink of every line, not its box: a letter reaches below its line.
 */
export const notWhole = page => page.evaluate(() => {
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 10;
  const pen = document.createElement("canvas").getContext("2d");
  const wall = document.querySelector(".wall");
  if (!wall) return ["there is no wall"];
  const foot = document.querySelector(".wall-foot")?.getBoundingClientRect();
  const found = [];
  const short = x => `“${x.trim().slice(0, 40)}”`;
  const round = x => `${Math.round(x.left)}–${Math.round(x.right)} × ${Math.round(x.top)}–${Math.round(x.bottom)}`;
  const within = (a, b, air) => a.left >= b.left - air && a.right <= b.right + air && a.top >= b.top - air && a.bottom <= b.bottom + air;
  const meet = (a, b, air) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > air && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > air;

  // The lines of a text: its signs, gathered by where they stand; of each line the ink.
  const linesOf = (text, style) => {
    const lines = [];
    const range = document.createRange();
    for (let at = 0; at < text.length; at++) {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = [...range.getClientRects()].at(-1);
      if (!box || box.width === 0 || !text.data[at].trim()) continue;
      const last = lines.at(-1);
      if (last && box.top - last.top > 2 && /[\p{L}\p{N}]{2}/u.test(text.data.slice(at - 1, at + 1)) && !text.parentElement.closest(".is-broken")) found.push(`${short(text.data)} breaks within a word`);
      if (last && Math.abs(last.top - box.top) < 2) Object.assign(last, { said: last.said + text.data[at], left: Math.min(last.left, box.left), right: Math.max(last.right, box.right) });
      else lines.push({ said: text.data[at], left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    }
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return lines.map(x => {
      const ink = pen.measureText(x.said);
      return { ...x, top: x.top + ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent, bottom: x.bottom - ink.fontBoundingBoxDescent + ink.actualBoundingBoxDescent };
    });
  };
  // What a box that clips lets through: within its border, and as far beyond as it says.
  const opening = (box, style) => {
    const { left, top } = box.getBoundingClientRect();
    const more = style.overflowX === "clip" ? parseFloat(style.overflowClipMargin) || 0 : 0;
    return { left: left + box.clientLeft - more, top: top + box.clientTop - more, right: left + box.clientLeft + box.clientWidth + more, bottom: top + box.clientTop + box.clientHeight + more };
  };

  const all = [];
  const top = wall.querySelector(".wall-over, dialog[open]") ?? wall;
  const texts = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const at = text.parentElement;
    if (!text.data.trim() || at.closest(".unseen, title") || !at.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(at);
    // A long text that does not fit at the least size fades, and stands whole elsewhere.
    const over = at.closest(".is-over");
    const most = over?.closest(".clusters-wall-naming") ? 200 : 80;
    if (over && over.textContent.length > most && parseFloat(getComputedStyle(over).fontSize) < 30.5 * scale) continue;
    if (over) found.push(`${short(text.data)} fades`);
    if (parseFloat(style.fontSize) < 29.9 * scale && !at.closest("svg")) found.push(`${short(text.data)} has letters of ${Math.round(parseFloat(style.fontSize) / scale)}`);
    for (const line of linesOf(text, style)) {
      let seen = true;
      for (let box = at; box && box !== wall.parentElement && seen; box = box.parentElement) {
        const rule = getComputedStyle(box);
        if (rule.overflowX === "visible" && rule.overflowY === "visible" || rule.display === "inline" || rule.display === "contents") continue;
        const hole = opening(box, rule);
        if (within(line, hole, scale)) continue;
        // An address beside the code goes out of sight as a whole.
        if (box.classList.contains("wall-join") && line.top >= hole.bottom - scale) seen = false;
        else found.push(`${short(line.said)} is cut by ${box.className || box.tagName}: ${round(line)} of ${round(hole)}`);
      }
      if (!seen) continue;
      if (!within(line, { left: 0, top: 0, right: innerWidth, bottom: innerHeight }, 0)) found.push(`${short(line.said)} runs out of the screen: ${round(line)}`);
      if (foot && at.closest(".wall-main") && line.bottom > foot.top + scale) found.push(`${short(line.said)} runs into the foot: ${round(line)}, the foot is from ${Math.round(foot.top)}`);
      all.push({ ...line, text, at });
    }
  }
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1)) if (a.text !== b.text && meet(a, b, 1.5 * scale)) found.push(`${short(a.said)} lies over ${short(b.said)}`);
  for (const box of top.querySelectorAll("i, li, div, section, footer, p, h1, img, .wall-button")) {
    const place = box.getBoundingClientRect();
    const style = getComputedStyle(box);
    if (place.width === 0 || !box.checkVisibility({ visibilityProperty: true })) continue;
    const width = parseFloat(style.borderTopWidth);
    const rule = box.matches("img, i") ? place : width > 0 && { left: place.left, right: place.right, top: place.top - 2 * scale, bottom: place.top + width + 2 * scale };
    if (rule) for (const x of all) if (!box.contains(x.at) && meet(x, rule, 0)) found.push(`${short(x.said)} touches ${box.className || box.parentElement.className || box.tagName}`);
    if (box.matches("img, .wall-button, footer") && !within(place, { left: 0, top: 0, right: innerWidth, bottom: innerHeight }, 1)) found.push(`${box.className} runs out of the screen: ${round(place)}`);
    if (style.textOverflow === "ellipsis" && box.scrollWidth > box.clientWidth + 1) found.push(`${short(box.textContent)} is cut short`);
  }
  return [...new Set(found)];
});

/** The least size of letters of what a selector finds, in px of a wall of 1080 lines. */
export const leastLetters = (page, selector) => page.evaluate(selector => {
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 10;
  return Math.min(...[...document.querySelectorAll(selector)].map(x => Math.round(parseFloat(getComputedStyle(x).fontSize) / scale)));
}, selector);
