import { useEffect, useState } from "preact/hooks";
import { ask } from "../http";
import type { ClockView, Language } from "../views";

let known: string | undefined;

/** Whose clock tells the times: the server's, as in the reports. Until it is known no time is told, for the browser's may be another; it is asked for again whenever `again` changes. */
export function useZone(again?: unknown): string | undefined {
  const [zone, set] = useState(known);
  useEffect(() => { if (!known) void ask<ClockView>("/api/clock").then(x => { if (x.ok) set(known = x.value.zone); }); }, [again]);
  return zone;
}

const told = (at: string | number, language: Language, zone: string, parts: Intl.DateTimeFormatOptions): string =>
  new Date(at).toLocaleString(language === "en" ? "en-GB" : language, { ...parts, timeZone: zone });

/** With hours and minutes, by a 24-hour clock, as the language says it; a text around it adds no word of its own. Behind that, where the browser is on another clock, on which. */
const timed = (at: string | number, language: Language, zone: string | undefined, parts: Intl.DateTimeFormatOptions): string => {
  if (!zone) return "";
  const elsewhere = zone !== new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const time = told(at, language, zone, { ...parts, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) + (language === "de" ? "\u00a0Uhr" : "");
  return elsewhere ? `${time} (${named(at, language, zone)})` : time;
};

/** What people call the clock there at that time: CET, MEZ. */
const named = (at: string | number, language: Language, zone: string): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { timeZone: zone, timeZoneName: "short" }).formatToParts(new Date(at)).find(x => x.type === "timeZoneName")!.value;

/** A day and a time of day, by a 24-hour clock. A browser that is on another clock is told on which. */
export const moment = (at: string, language: Language, zone: string | undefined): string => timed(at, language, zone, { day: "numeric", month: "short", year: "numeric" });

/** A time of day on the same clock. */
export const clock = (at: number, language: Language, zone: string | undefined): string => timed(at, language, zone, {});

/** A day on the same clock, as it stands in a sentence. */
export const day = (at: string, language: Language, zone: string | undefined): string => (zone ? told(at, language, zone, { day: "numeric", month: "long", year: "numeric" }) : "");

/** What the calendar and the clock there say, as `2026-10-29 23:30:00`. */
const written = (at: string | number, zone: string): string =>
  new Date(at).toLocaleString("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

/** A day on the same clock, as a field for days holds it. */
export const dayOf = (at: string | number, zone: string): string => written(at, zone).slice(0, 10);

/** When such a day begins there. */
export function dawn(day: string, zone: string): string {
  const asked = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(asked)) return `${day}T00:00:00Z`;
  const ahead = (at: number) => Date.parse(`${written(at, zone).replace(" ", "T")}Z`) - at;
  let at = asked - ahead(asked);
  at = asked - ahead(at);
  // Where clocks go forward at midnight, that day begins an hour later.
  return new Date(dayOf(at, zone) < day ? at + 3_600_000 : at).toISOString();
}
