import { useId } from "preact/hooks";

interface Props {
  label: string;
  /** Said beside the label: that it may stay open. */
  hint: string;
  options: { id: string; label: string }[];
  value?: string;
  onPick: (id: string) => void;
  disabled?: boolean;
}

/** One of a few, all in sight; a second tap takes the choice back. Radio buttons underneath: arrow keys and screen readers know them. */
export function Chips({ label, hint, options, value, onPick, disabled }: Props) {
  const name = useId();
  return (
    <fieldset class="field chips" disabled={disabled}>
      <legend>{label} <span class="hint">{hint}</span></legend>
      {options.map(x => (
        <label key={x.id} class="chip">
          <input type="radio" name={name} checked={x.id === value} onClick={() => x.id === value && onPick("")} onChange={() => onPick(x.id)} />
          <span>{x.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
