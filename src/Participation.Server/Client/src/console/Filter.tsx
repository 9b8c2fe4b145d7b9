import type { Translate } from "../texts";

export interface Choice { id: string; text: string; n: number }

interface Props {
  name: string;
  choices: Choice[];
  chosen: string;
  choose: (id: string) => void;
}

/** A row of ways to look at a list, each with its number. */
export function Filter({ name, choices, chosen, choose }: Props) {
  return (
    <div class="filter" role="group" aria-label={name}>
      {choices.map(x => (
        <button key={x.id} type="button" class="chip" aria-pressed={x.id === chosen} onClick={() => choose(x.id)}>
          {x.text} <span class="n">{x.n}</span>
        </button>
      ))}
    </div>
  );
}

interface SearchProps { t: Translate; text: string; write: (text: string) => void }

/** The search field that the keyboard's `/` reaches; as wide as what stands in it, in each language. */
export function Search({ t, text, write }: SearchProps) {
  return (
    <input
      type="search"
      class="search"
      data-search
      value={text}
      size={t("console.search").length + 4}
      placeholder={t("console.search")}
      aria-label={t("console.search")}
      onInput={e => write(e.currentTarget.value)}
    />
  );
}
