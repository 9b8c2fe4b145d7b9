import { useEffect, useState } from "preact/hooks";
import { figure } from "../texts";
import { Own } from "../ui/Own";
import type { Fate } from "../views";
import type { Room } from "./room";
import { useSpeech } from "./speech";

/** After the close: what became of what this person gave, and the way to the whole result where it is open. */
export function Became({ room, session, open }: { room: Room; session: string; open: boolean }) {
  const { t, language } = useSpeech();
  const [fates, set] = useState<Fate[]>([]);
  const { contact, whole } = room.live.standing;
  // Asked anew in another language, after what was erased, and when the line is back.
  useEffect(() => void fetch(`/api/became/${session}?language=${language}`, { cache: "no-store" }).then(x => (x.ok ? x.json().then(set) : undefined), () => {}), [session, language, contact, whole?.mineNumber]);
  const page = `/results/${session}`;
  return (
    <>
      {fates.length > 0 && <section class="became">
        <h2>{t("door.became")}</h2>
        {fates.map(fate => (
          <ol key={fate.id}>
            <li><p class="eyebrow">{t("door.became-own", { id: fate.id })}</p><p class="words"><Own text={fate.text} /></p></li>
            {fate.places.map(place => <li key={place.sort + place.label}><p class="eyebrow">{place.sort} <span class="numeral">{place.called ?? place.in}</span></p><p class="words"><Own text={place.label} /></p></li>)}
            {fate.counts.length > 0 && <li>{fate.counts.map(count => <p key={count.what} class="count"><strong class="numeral">{figure(count.n, t)}</strong> <span>{count.what}</span></p>)}</li>}
            {fate.places.length + fate.counts.length === 0 && <li><p class="hint">{t("door.became-nowhere")}</p></li>}
          </ol>
        ))}
      </section>}
      {open && (
        <div class="results">
          <a class="button primary" href={`${page}?language=${language}`}>{t("door.results")}</a>
          <details><summary>{t("door.results-show")}</summary><img class="qr" src={`${page}/qr.svg`} alt={t("door.results-qr")} /></details>
        </div>
      )}
    </>
  );
}
