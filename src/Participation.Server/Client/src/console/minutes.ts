import type { AgendaStep } from "../views";

const minute = 60_000;

/** Minutes that a step took, or has taken until now. */
export function taken(step: AgendaStep, now: number): number | undefined {
  if (!step.openedAt) return undefined;
  return step.seconds / 60 + (step.enteredAt ? Math.max(0, now - Date.parse(step.enteredAt)) / minute : 0);
}

/** When the run will end if the rest takes its planned minutes, and how many minutes later than planned that is. Nothing before the start. */
export function forecast(agenda: readonly AgendaStep[], now: number): { end: number; late: number } | undefined {
  if (!agenda.some(x => x.openedAt)) return undefined;
  const rest = agenda.reduce((sum, x) => sum + (x.state === "done" ? 0 : Math.max(0, x.minutes - (x.state === "open" ? taken(x, now) ?? 0 : 0))), 0);
  const end = now + rest * minute;
  // Step by step: a night between two of them makes nobody late.
  const late = agenda.reduce((sum, x) => sum + (x.state === "waiting" ? 0 : x.state === "done" ? (taken(x, now) ?? 0) - x.minutes : Math.max(0, (taken(x, now) ?? 0) - x.minutes)), 0);
  return { end, late: Math.round(late) };
}
