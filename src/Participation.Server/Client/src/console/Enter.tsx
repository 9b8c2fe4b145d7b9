import { useEffect, useState } from "preact/hooks";
import { ask, type Failure } from "../http";
import type { Words } from "../ui/words";
import type { Role } from "../views";

<<<<<<< HEAD
/** A link that gives a seat: it is traded for a cookie, then this browser goes to where the role works. The secret leaves the address line. */
export function Enter({ secret, words: { t, say } }: { secret: string; words: Words }) {
  const [failure, setFailure] = useState<Failure>();
  const enter = () => {
    setFailure(undefined);
    void ask<{ session: string; role: Role }>("/api/enter", { key: secret }).then(x => {
      if (x.ok) location.replace(`/${x.value.role === "projector" ? "projector" : "console"}/${x.value.session}`);
      else setFailure(x.failure);
    });
  };
  useEffect(enter, [secret]);
  if (!failure) return <main class="alone"><h1>{t("console.loading")}</h1></main>;
  const silent = failure.code === "none";
  return (
    <main class="alone">
      <h1>{t(silent ? "console.no-server" : "console.no-seat-title")}</h1>
      <p>{failure.text ? say(failure.text) : t(silent ? "console.no-server-text" : "console.no-seat")}</p>
      {silent && <button type="button" class="primary" onClick={enter}>{t("console.again")}</button>}
=======
/** Where a role's work is done. */
const places: Record<Role, (session: string) => string> = {
  facilitator: session => `/console/${session}`,
  scribe: session => `/console/${session}#scribe`,
  projector: session => `/projector/${session}`,
  participant: () => "/",
};

/** A link of a role was opened: takes its seat in this browser and goes to where the role works. The key does not stay in the address. */
export function Enter({ link, words: { t, say } }: { link: string; words: Words }) {
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    void ask<{ session: string; role: Role }>("/api/enter", { key: link }).then(x => {
      if (x.ok) location.replace(places[x.value.role](x.value.session));
      else setFailure(x.failure);
    });
  }, []);
  if (!failure) return <main class="alone"><p>{t("console.loading")}</p></main>;
  return (
    <main class="alone">
      <h1>{t(failure.code === "none" ? "console.no-server" : "console.no-link-title")}</h1>
      <p>{failure.text ? say(failure.text) : t(failure.code === "none" ? "console.no-server-text" : "console.no-link")}</p>
      <button type="button" onClick={() => location.reload()}>{t("console.again")}</button>
>>>>>>> e1a0c11 (A role's link takes its seat and leads to its place; a scribe's page for people without a phone)
    </main>
  );
}
