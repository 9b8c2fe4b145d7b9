import type { Arrivals } from "../views";

const moment = 10_000;
const minute = 60_000;

/** More than this within ten seconds is a question to the facilitator: is that the room, or somebody's program? */
const many = 30;

/** How many took a seat in each of the last minutes, the running one last. */
export const byMinute = (arrivals: Arrivals[], now: number, minutes = 10): number[] =>
  Array.from({ length: minutes }, (_, at) => sum(arrivals, now - (minutes - at) * minute, at === minutes - 1 ? Infinity : now - (minutes - at - 1) * minute));

/** The most that took a seat within ten seconds in the last minutes, when that is remarkable. */
export function rush(arrivals: Arrivals[], now: number, minutes = 3): number | undefined {
  const most = Math.max(0, ...arrivals.filter(x => Date.parse(x.at) + moment > now - minutes * minute).map(x => x.count));
  return most > many ? most : undefined;
}

const sum = (arrivals: Arrivals[], from: number, to: number) =>
  arrivals.filter(x => Date.parse(x.at) + moment > from && Date.parse(x.at) + moment <= to).reduce((n, x) => n + x.count, 0);
