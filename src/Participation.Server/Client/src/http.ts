import type { LocalText } from "./views";

/** Why a request was not answered with what was asked: the server's own reason, or that there was no server to answer. */
export interface Failure { code: string; text?: LocalText }
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Asks the server for JSON. A page of a captive portal is no answer (status 200, but HTML). */
export async function ask<T>(path: string, body?: object): Promise<Answer<T>> {
  try {
    const answer = await fetch(path, body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    if (!answer.headers.get("content-type")?.includes("json")) return { ok: false, failure: { code: answer.status === 401 || answer.status === 403 ? "seat.none" : "none" } };
    const value: unknown = await answer.json();
    return answer.ok ? { ok: true, value: value as T } : { ok: false, failure: value as Failure };
  } catch {
    return { ok: false, failure: { code: "none" } };
  }
}
