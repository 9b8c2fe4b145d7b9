import texts from "virtual:texts/door";

/** What stands at the door, for whoever comes for the first time, with its words. */
export { CodeEntry } from "./CodeEntry";
export { Consent } from "./Consent";
export { Shut } from "./Shut";
export { texts };
