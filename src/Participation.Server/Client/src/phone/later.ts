/** What nobody needs in the first moment: it comes behind the page. */
export { Data } from "./Data";
export { Kept } from "./Kept";
