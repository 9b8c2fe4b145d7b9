/** How long to wait before attempt n: full jitter, so that a room does not come back in step (ms). */
export const pause = (attempt: number, chance = Math.random): number => chance() * Math.min(10_000, 500 * 2 ** Math.min(attempt, 10));
