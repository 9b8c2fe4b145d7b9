import type { Sorts } from "@client/projector/sorts";
import { sorts } from "./sorts";
import "./sorts.css";
import "./projector.css";

/** The sorts of ideas on a wall, in this step and in any that shows its ideas. */
const onWalls: Sorts = {
  sentiment: { ...sorts.sentiment, sign: <circle cx="12" cy="12" r="9.5" /> },
  idea: { ...sorts.idea, sign: <><path d="M2.5 2.5h19v19h-19z" /><path class="is-full" d="M2.5 21.5v-19l19 19z" /></> },
  project: { ...sorts.project, sign: <path class="is-full" d="M12 2.5 22 21.5H2z" /> },
};

export default onWalls;
