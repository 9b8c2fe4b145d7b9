import type { ComponentChildren } from "preact";
import { languages } from "../texts";
import type { Language } from "../views";
import { useSpeech } from "./speech";

/** The page around everything that is not the room yet. `where`: the session at whose door one stands. */
export const Bare = ({ where, children }: { where?: string; children: ComponentChildren }) => (
  <div class="page">
    <header class="top"><p class="where"><span class="title">{where}</span></p><Languages /></header>
    <main class="stage">{children}</main>
  </div>
);

/** The language of this phone: always within reach, in each language's own name. */
export function Languages() {
  const { language, t, speak } = useSpeech();
  return (
    <label class="languages">
      <span class="unseen">{t("room.language")}</span>
      <select value={language} onChange={event => speak(event.currentTarget.value as Language)}>
        {Object.entries(languages).map(([id, name]) => <option key={id} value={id} lang={id}>{name}</option>)}
      </select>
    </label>
  );
}
