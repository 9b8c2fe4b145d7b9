import type { Pages } from "./pages";
import { useWall } from "./wall";

/** Where we are among the pages, and the way on for a pointer. Its place is kept where pages come while one looks. */
export function Pager({ pages, kept }: { pages: Pages; kept?: boolean }) {
  const { t } = useWall();
  if (pages.count < 2) return kept ? <span class="wall-pager is-kept" /> : null;
  return (
    <span class={kept ? "wall-pager is-kept" : "wall-pager"}>
      <button type="button" class="wall-button" aria-label={t("projector.page-before")} disabled={pages.at === 0} onClick={() => pages.turn(-1)}>‹</button>
      <span>{t("projector.page", { at: pages.at + 1, count: pages.count })}</span>
      <button type="button" class="wall-button" aria-label={t("projector.page-after")} disabled={pages.at === pages.count - 1} onClick={() => pages.turn(1)}>›</button>
    </span>
  );
}
