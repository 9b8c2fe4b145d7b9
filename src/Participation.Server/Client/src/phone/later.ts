import texts from "virtual:texts/door";

/** What nobody needs in the first moment: it comes behind the page, with its words. */
export { Became } from "./Became";
export { Data } from "./Data";
export { Kept } from "./Kept";
export { texts };
