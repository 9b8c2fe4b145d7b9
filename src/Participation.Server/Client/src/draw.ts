import { options, render, type VNode } from "preact";
import { oneGesture } from "./press";

/** Where somebody else changed the page, a browser that translates or an extension: the children that the page itself had put there. */
const changed = new Map<Node, ChildNode[]>();

/**
 * Draws a page that others may write into. A browser that translates takes the page's texts out and puts elements of its own in their place, and again after
 * every change: what is drawn then would change texts that nobody sees, and fail beside those that are gone. Hence each drawing finds the page as it left it;
 * afterwards the translation stands again wherever nothing was changed. A drawing that fails all the same begins anew.
 */
export function draw(page: () => VNode): void {
  let root = document.getElementById("page")!;
  const eyes = new MutationObserver(note);
  const first = () => {
    render(page(), root);
    eyes.observe(root, { childList: true, subtree: true });
  };
  options.debounceRendering = process => queueMicrotask(() => {
    note(eyes.takeRecords());
    eyes.disconnect();
    const translated = putBack();
    try {
      process();
      translated();
      eyes.observe(root, { childList: true, subtree: true });
    } catch (error) {
      const fresh = root.cloneNode() as HTMLElement;
      root.replaceWith(fresh);
      try {
        render(null, root);
      } catch {
        // What is broken cannot be taken down in order; it is out of the page.
      }
      root = fresh;
      changed.clear();
      first();
      setTimeout(() => { throw error; });
    }
  });
  oneGesture();
  first();
}

/** Reads from what others did, backwards, what stood there before. */
function note(records: MutationRecord[]): void {
  const fresh = new Map<Node, ChildNode[]>();
  for (const { target, addedNodes, removedNodes, nextSibling } of records.reverse()) {
    if (changed.has(target)) continue;
    const own = fresh.get(target) ?? [...target.childNodes];
    const left = own.filter(x => ![...addedNodes].includes(x));
    left.splice(nextSibling ? left.indexOf(nextSibling as ChildNode) : left.length, 0, ...(removedNodes as NodeListOf<ChildNode>));
    fresh.set(target, left);
  }
  fresh.forEach((own, target) => changed.set(target, own));
}

/** The page's own nodes stand again; the answer puts the others' back where the drawing left everything as it was. */
function putBack(): () => void {
  const theirs = [...changed].map(([parent, own]) => {
    const children = [...parent.childNodes];
    fill(parent, own);
    return { parent, own, children, words: own.map(x => x.nodeValue) };
  });
  return () => {
    for (const { parent, own, children, words } of theirs) {
      const now = [...parent.childNodes];
      if (parent.isConnected && now.length === own.length && now.every((x, n) => x === own[n] && x.nodeValue === words[n])) fill(parent, children);
      else changed.delete(parent);
    }
  };
}

/** What stands there already is not moved: it may hold the focus. */
function fill(parent: Node, children: ChildNode[]): void {
  for (const x of [...parent.childNodes]) if (!children.includes(x)) x.remove();
  children.forEach((x, n) => {
    const there = parent.childNodes[n];
    if (there !== x) parent.insertBefore(x, there ?? null);
  });
}
