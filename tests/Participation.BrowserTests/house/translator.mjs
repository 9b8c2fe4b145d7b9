/**
 * Does to a page what a browser does that translates it: each text gives its place to an element that holds the translation, and so does each new text. Marked
 * words (“≈”) stand for the other language; what says translate="no" stays.
 */
export const translates = page => page.evaluate(() => {
  const skip = "script, style, textarea, [translate=no], [data-translated]";
  const turn = root => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text = texts.currentNode; text; text = texts.nextNode()) if (text.nodeType === Node.TEXT_NODE && text.data.trim() && text.parentElement && !text.parentElement.closest(skip)) found.push(text);
    for (const text of found) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      outer.dataset.translated = "";
      outer.append(inner);
      inner.textContent = `≈${text.data}`;
      text.replaceWith(outer);
    }
  };
  turn(document.body);
  new MutationObserver(records => {
    for (const { type, target, addedNodes } of records) for (const x of type === "childList" ? addedNodes : [target]) if (x.isConnected) turn(x);
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
});

/** What somebody reads there, in the language that it was written in. */
export const reads = async locator => (await locator.textContent()).replaceAll("≈", "").trim();
