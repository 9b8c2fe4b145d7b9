/**
 * Counts what stands on a page. `appeared` also knows what stood there for a moment: every element and every attribute that could run or fetch
 * something, from the first one on. Two pages filled with texts of the same structure have the same census, whatever the texts say.
 */
export async function countingFrom(context) {
  await context.addInitScript(() => {
    const seen = window.__appeared = new Set();
    const dangerous = /^(on|src|srcdoc|data$|action|formaction|xlink|poster|background|code|cite|ping|content$)/;
    const note = element => {
      seen.add(element.localName);
      for (const { name } of element.attributes) if (dangerous.test(name)) seen.add(`${element.localName}[${name}]`);
    };
    const all = node => {
      if (node.nodeType !== 1) return;
      note(node);
      for (const x of node.querySelectorAll("*")) note(x);
    };
    new MutationObserver(changes => {
      for (const { type, target, addedNodes } of changes) {
        if (type === "attributes") note(target);
        for (const node of addedNodes) all(node);
      }
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
}

/** How many elements of each sort there are; words stand in `bdi`, which holds nothing else. What the page says of resemblance, which lies in the words, is left out: it stands in `bdi` and in the list of pairs. */
export const census = page => page.evaluate(() => {
  const count = {};
  for (const x of document.querySelectorAll("*")) if (x.localName !== "bdi" && !x.closest(".clusters-alike")) count[x.localName] = (count[x.localName] ?? 0) + 1;
  return {
    count: Object.fromEntries(Object.entries(count).sort()), within: [...document.querySelectorAll("bdi > *")].map(x => x.outerHTML),
    appeared: [...window.__appeared ?? []].sort(), handlers: [...document.querySelectorAll("*")].flatMap(x => [...x.attributes].filter(a => a.name.startsWith("on")).map(a => `${x.localName} ${a.name}`)),
    links: [...document.querySelectorAll("[href], [src], [action]")].map(x => x.getAttribute("href") ?? x.getAttribute("src") ?? x.getAttribute("action")).filter(x => /^\s*(javascript|vbscript|data:text)|evil\.example/i.test(x)),
    struck: !!window.__hit,
  };
});
