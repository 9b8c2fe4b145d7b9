import type { Gift } from "../activity";

/** What this phone gave and the server's own word does not include yet: words that were written are among one's own from the first moment, also without a network. */
export const underway = (given: readonly Gift[], name: string): Gift[] => given.filter(x => name.includes(x.name) && x.state !== "refused" && !x.included).reverse();
