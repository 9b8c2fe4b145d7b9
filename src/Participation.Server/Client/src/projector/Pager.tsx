import type { Translate } from "../texts";
import type { Pages } from "./pages";

/** Where we are among the pages, and the way on for a pointer. The place is kept free while there is one page only. */
export function Pager({ pages, t }: { pages: Pages; t: Translate }) {
  if (pages.count < 2) return <p class="pager" />;
  return (
    <p class="pager numeral">
      <button type="button" class="local" aria-label={t("projector.page-before")} disabled={pages.at === 0} onClick={() => pages.turn(-1)}>‹</button>
      {t("projector.page", { at: pages.at + 1, count: pages.count })}
      <button type="button" class="local" aria-label={t("projector.page-after")} disabled={pages.at === pages.count - 1} onClick={() => pages.turn(1)}>›</button>
    </p>
  );
}
