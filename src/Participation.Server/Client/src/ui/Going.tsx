import type { Gift } from "../activity";
import type { Translate } from "../texts";
import { Own } from "./Own";
import { underway } from "./underway";

interface Props {
  /** All that was given in this step. */
  given: readonly Gift[];
  /** The command that gives words, or several. */
  name: string;
  t: Translate;
}

const words = ({ text, texts }: { text: string; texts?: { text: string } }) => texts?.text ?? text;

/** They stand first among one's own, with what becomes of them. */
export const Going = ({ given, name, t }: Props) => (
  <>
    {underway(given, name).map((x, n) => (
      <li key={-n} class="card">
        <p class="words"><Own text={words(x.data as { text: string; texts?: { text: string } })} /></p>
        <p class="state">{x.state === "kept" ? <><span aria-hidden="true">◷ </span>{t("phone.state.kept")}</> : <>✓ {t("phone.state.received")}</>}</p>
      </li>
    ))}
  </>
);
