import type { Gift } from "../activity";
import type { Translate } from "../texts";
import { Own } from "./Own";
import { underway } from "./underway";

interface Props {
  /** All that was given in this step. */
  given: readonly Gift[];
  /** The command that gives words. */
  name: string;
  t: Translate;
}

/** They stand first among one's own, with what becomes of them. */
export const Going = ({ given, name, t }: Props) => (
  <>
    {underway(given, name).map((x, n) => (
      <li key={-n} class="card">
        <p class="words"><Own text={(x.data as { text: string }).text} /></p>
        <p class="state">{x.state === "kept" ? <><span aria-hidden="true">◷ </span>{t("phone.state.kept")}</> : <>✓ {t("phone.state.received")}</>}</p>
      </li>
    ))}
  </>
);
