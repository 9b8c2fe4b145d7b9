import { ask } from "../http";
import { moment, useZone } from "../ui/moment";
import type { Spoken } from "../ui/words";
import type { SignInRow } from "../views";
import { Missing, useAsked } from "./form";

/** Where one is signed in; each place can be signed out from here, at once. */
export function Places({ words }: { words: Spoken }) {
  const { t, language } = words;
  const { value: places, failure, again } = useAsked<SignInRow[]>("/api/account/sign-ins");
  const zone = useZone();
  const time = (at: string) => moment(at, language, zone);
  return (
    <section aria-labelledby="places">
      <h2 id="places">{t("account.places")}</h2>
      {failure && <Missing failure={failure} words={words} />}
      <ul class="rows">
        {places?.map(x => (
          <li key={x.id}>
            <span>
              <b>{t("account.since", { time: time(x.created) })}</b> {x.here && <span class="tag">{t("account.here")}</span>}
              <span class="note">{t("account.used", { time: time(x.used) })}</span>
            </span>
            {!x.here && <button type="button" onClick={() => void ask(`/api/account/sign-ins/${x.id}/end`, {}).then(again)}>{t("account.sign-out-there", { time: time(x.created) })}</button>}
          </li>
        ))}
      </ul>
      {places && places.length > 1 && <button type="button" onClick={() => void ask("/api/account/sign-ins/end-others", {}).then(again)}>{t("account.sign-out-others")}</button>}
    </section>
  );
}
