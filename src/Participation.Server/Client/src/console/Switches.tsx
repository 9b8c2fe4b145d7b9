import { useState } from "preact/hooks";
import type { Translate } from "../texts";
import { languages } from "../texts";
import { setTheme, theme, type Theme } from "../theme";
import type { Language } from "../views";

interface Props { language: Language; setLanguage: (language: string) => void; t: Translate }

/** Language and light of this device. */
export function Switches({ language, setLanguage, t }: Props) {
  const [light, setLight] = useState(theme());
  return (
    <div class="switches">
      <select aria-label={t("room.language")} value={language} onChange={e => setLanguage(e.currentTarget.value)}>
        {Object.entries(languages).map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select>
      <select aria-label={t("console.theme")} value={light} onChange={e => { setTheme(e.currentTarget.value as Theme); setLight(theme()); }}>
        {(["auto", "light", "dark"] as const).map(x => <option key={x} value={x}>{t(`console.theme-${x}`)}</option>)}
      </select>
    </div>
  );
}
