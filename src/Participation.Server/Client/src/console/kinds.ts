import type { ConsoleModule } from "../activity";
import { modules } from "../screens";

/** What the activities bring to the console, each loaded when its step opens. */
export const findKind = modules<ConsoleModule>(import.meta.glob("../../../../Participation/Activities/*/console.tsx"));
