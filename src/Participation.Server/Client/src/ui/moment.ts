import type { Language } from "../views";

/** A day and a time of day, as they are written here; in English too by a 24-hour clock. */
export const moment = (at: string, language: Language): string =>
  new Date(at).toLocaleString(language === "en" ? "en-GB" : language, { dateStyle: "medium", timeStyle: "short" });
