import { useEffect, useState } from "preact/hooks";
import { ask, type Failure } from "../http";
import type { Words } from "../ui/words";
import type { Role } from "../views";

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
    </main>
  );
}
