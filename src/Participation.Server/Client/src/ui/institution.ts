import { useEffect, useState } from "preact/hooks";
import type { InstitutionView } from "../views";

/** Whose server this is. Its colour is set on the page, in light and dark as each can be read. */
export function useInstitution(): InstitutionView | undefined {
  const [known, set] = useState<InstitutionView>();
  useEffect(() => {
    void fetch("/api/institution")
      .then(x => (x.ok ? (x.json() as Promise<InstitutionView>) : undefined))
      .then(found => {
        if (!found) return;
        const { light, onLight, dark, onDark } = found.colours ?? {};
        const style = document.documentElement.style;
        for (const [name, value] of Object.entries({ "--institution": light, "--on-institution": onLight, "--institution-dark": dark, "--on-institution-dark": onDark })) if (value) style.setProperty(name, value);
        set(found);
      })
      .catch(() => {});
  }, []);
  return known;
}
