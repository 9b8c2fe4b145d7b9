import type { Language } from "../views";

/** A day and a time of day, as they are written here; in English too by a 24-hour clock. */
export const moment = (at: string, language: Language): string =>
  new Date(at).toLocaleString(language === "en" ? "en-GB" : language, { dateStyle: "medium", timeStyle: "short" });

/** A time of day, by a 24-hour clock. */
export const hour = (at: Date): string => `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
