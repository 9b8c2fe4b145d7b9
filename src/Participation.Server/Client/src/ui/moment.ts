import { useEffect, useState } from "preact/hooks";
import { ask } from "../http";
import type { ClockView, Language } from "../views";

let known: string | undefined;

/** Whose clock tells the times: the server's, as in the reports. Until it is known no time is told, for the browser's may be another. */
export function useZone(): string | undefined {
  const [zone, set] = useState(known);
  useEffect(() => { if (!known) void ask<ClockView>("/api/clock").then(x => { if (x.ok) set(known = x.value.zone); }); }, []);
  return zone;
}

const told = (at: string | number, language: Language, zone: string | undefined, parts: Intl.DateTimeFormatOptions): string => {
  if (!zone) return "";
  const elsewhere = zone !== new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const options: Intl.DateTimeFormatOptions = { ...parts, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone, ...(elsewhere && { timeZoneName: "short" }) };
  return new Date(at).toLocaleString(language === "en" ? "en-GB" : language, options);
};

/** A day and a time of day, by a 24-hour clock. A browser that is on another clock is told on which. */
export const moment = (at: string, language: Language, zone: string | undefined): string => told(at, language, zone, { day: "numeric", month: "short", year: "numeric" });

/** A time of day on the same clock. */
export const clock = (at: number, language: Language, zone: string | undefined): string => told(at, language, zone, {});

/** A time of day, by a 24-hour clock. */
export const hour = (at: Date): string => `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
