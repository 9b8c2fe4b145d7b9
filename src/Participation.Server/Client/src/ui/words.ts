import { useEffect, useMemo, useState } from "preact/hooks";
import kinds from "virtual:texts/kinds";
import { load, say, translate, type Loaders, type Translate } from "../texts";
import type { Language, LocalText } from "../views";

export interface Words {
  t: Translate;
  say: (text: LocalText | undefined) => string;
}

/** The texts of a surface, and their language: the wanted one may still be on its way. */
export interface Spoken extends Words { language: Language }

/** The texts of a surface in a language; nothing until they are there. */
export function useWords(language: Language | undefined, areas: Loaders[]): Spoken | undefined {
  const [loaded, set] = useState<Language>();
  useEffect(() => {
    if (!language) return;
    document.documentElement.lang = language;
    void load(language, ...areas).then(() => set(language));
  }, [language]);
  return useMemo(() => (loaded ? { language: loaded, t: translate(loaded), say: say(loaded) } : undefined), [loaded]);
}

export interface Brought<Module> extends Words { kind: string; module: Module }

/** What an activity brings to a surface, with its texts in a language that the surface has; the one before stays until the next is there. */
export function useKind<Module>(kind: string | undefined, language: Language, find: (kind: string) => Promise<Module> | undefined): Brought<Module> | undefined {
  const [brought, set] = useState<Brought<Module>>();
  useEffect(() => {
    if (!kind) return;
    let wanted = true;
    const found = kinds[kind];
    void Promise.all([find(kind), found && load(language, found)]).then(([module]) => {
      if (wanted && module) set({ kind, module, t: translate(language), say: say(language) });
    });
    return () => { wanted = false; };
  }, [kind, language]);
  return brought?.kind === kind ? brought : undefined;
}
