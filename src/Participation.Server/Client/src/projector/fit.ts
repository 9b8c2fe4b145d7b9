import { useLayoutEffect, useRef } from "preact/hooks";

/** The least size of words on the wall, in rem: 30 px of 1080. */
const least = 3;
const step = 0.2;
/** So much of its size the box of a line reaches below the deepest letter. */
const beneath = 0.1;
/** Words side by side are set in one size, unless that would make those of one smaller than this part of what they could be. */
const even = 0.75;

const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
const sizeOf = (own: HTMLElement) => parseFloat(getComputedStyle(own).fontSize) / rem();

/** Does it now, when the faces have come, and whenever the screen has another size. */
function useMeasured(measure: () => void, inputs: unknown[]): void {
  useLayoutEffect(() => {
    let here = true;
    const again = () => { if (here) measure(); };
    again();
    void document.fonts?.ready.then(again);
    addEventListener("resize", again);
    return () => {
      here = false;
      removeEventListener("resize", again);
    };
  }, inputs);
}

/**
 * Sets the words of an element as large as its own rule says and, where they do not fit, smaller, down to the least size: nobody's words are cut
 * as long as they can be read, and no word is broken that can stand whole; those that fit not even then fade out, and stand whole on phones and paper.
 * Measured again when the words or the screen change.
 */
export function useFit<Element extends HTMLElement>(words: unknown) {
  const element = useRef<Element>(null);
  useMeasured(() => {
    const own = element.current;
    if (!own) return;
    const range = document.createRange();
    range.selectNodeContents(own);
    own.classList.remove("is-over", "is-broken");
    const shrink = () => {
      own.style.fontSize = "";
      let size = sizeOf(own);
      const wide = () => own.scrollWidth > own.clientWidth + 1;
      const deep = () => range.getBoundingClientRect().bottom - own.getBoundingClientRect().bottom > size * rem() * beneath;
      while (size > least && (wide() || deep())) {
        size = Math.max(least, size - step);
        own.style.fontSize = `${size}rem`;
      }
      return { wide: wide(), deep: deep() };
    };
    const first = shrink();
    if (first.wide) own.classList.add("is-broken");
    const over = first.wide ? shrink() : first;
    own.classList.toggle("is-over", over.wide || over.deep);
  }, [words]);
  return element;
}

/** Sets what stands side by side in one size, the least that one of them needs: of equals none is larger. To be asked after the words themselves are fitted. */
export function useEven<Element extends HTMLElement>(words: unknown) {
  const element = useRef<Element>(null);
  useMeasured(() => {
    const equals = new Map<number, { own: HTMLElement; size: number }[]>();
    for (const own of element.current?.querySelectorAll<HTMLElement>(".wall-words") ?? []) {
      const size = sizeOf(own);
      const fitted = own.style.fontSize;
      own.style.fontSize = "";
      const rule = Math.round(sizeOf(own) * 10);
      own.style.fontSize = fitted;
      equals.set(rule, [...(equals.get(rule) ?? []), { own, size }]);
    }
    for (const those of equals.values()) {
      const most = Math.max(...those.map(x => x.size));
      const common = Math.min(...those.map(x => x.size).filter(x => x >= most * even));
      for (const { own, size } of those) if (size > common) own.style.fontSize = `${common}rem`;
    }
  }, [words]);
  return element;
}

/** The size of the large numerals in rem: as their rule says and, where time and count do not fit under a long question, smaller. */
const numerals = { most: 29, least: 12 };

/** Keeps what stands at the foot of its space within it: its numerals give way. Measured again when the space changes, for the question above is fitted too. */
export function useNumerals<Element extends HTMLElement>(words: unknown) {
  const element = useRef<Element>(null);
  const measure = () => {
    const own = element.current;
    if (!own) return;
    const over = () => [...own.children].some(x => x.getBoundingClientRect().top < own.getBoundingClientRect().top - 1);
    let size = numerals.most;
    const set = () => own.style.setProperty("--wall-numerals", `${size}rem`);
    for (set(); size > numerals.least && over(); set()) size -= step * 5;
  };
  useMeasured(measure, [words]);
  useLayoutEffect(() => {
    if (!element.current || typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(measure);
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return element;
}
