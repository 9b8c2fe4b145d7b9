import { useLayoutEffect, useRef } from "preact/hooks";

/** The least size of words on the wall, in rem: 30 px of 1080. */
const least = 3;
const step = 0.2;
/** So much of its size a letter may reach beyond its line. */
const beyond = 0.25;

/**
 * Sets the words of an element as large as its own rule says and, where they do not fit, smaller, down to the least size: nobody's words are cut
 * as long as they can be read; those that fit not even then fade out, and stand whole on phones and paper. Measured again when the words or the screen change.
 */
export function useFit<Element extends HTMLElement>(words: unknown) {
  const element = useRef<Element>(null);
  useLayoutEffect(() => {
    const fit = () => {
      const own = element.current;
      if (!own) return;
      own.style.fontSize = "";
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      let size = parseFloat(getComputedStyle(own).fontSize) / rem;
      // Letters reach beyond a tight line without being cut.
      const over = () => own.scrollHeight > own.clientHeight + size * rem * beyond || own.scrollWidth > own.clientWidth + 1;
      own.classList.remove("is-over");
      while (size > least && over()) {
        size = Math.max(least, size - step);
        own.style.fontSize = `${size}rem`;
      }
      own.classList.toggle("is-over", over());
    };
    fit();
    void document.fonts?.ready.then(fit);
    addEventListener("resize", fit);
    return () => removeEventListener("resize", fit);
  }, [words]);
  return element;
}
