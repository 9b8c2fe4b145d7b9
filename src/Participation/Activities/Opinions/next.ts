import type { Statement } from "./views";

/** The statement to answer: the one on screen stays until it is answered or taken away, also when a new one comes before it. */
export function upNext(waiting: readonly Statement[], answered: readonly string[], onScreen?: string): Statement | undefined {
  const left = waiting.filter(x => !answered.includes(x.id));
  return left.find(x => x.id === onScreen) ?? left[0];
}
