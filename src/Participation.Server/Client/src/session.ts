import type * as follow from "./follow";
import type * as live from "./live";
import type { Mine, SessionView } from "./views";

/** What the live connection brings, when it is a session that is followed. */
export type Live = live.Live<SessionView, Mine>;
export type Standing = live.Standing<SessionView, Mine>;
export type Whole = follow.Whole<SessionView, Mine>;
