import { Choose } from "../ui/Choose";
import type { Door, Stated } from "./door";
import { useSpeech } from "./speech";

/** The few questions about oneself: at the door, and later to correct what was said there. */
export function Questions({ door: { questions: { types, zones }, tables }, said, onSay }: { door: Door; said: Stated; onSay: (said: Stated) => void }) {
  const { t, say } = useSpeech();
  return (
    <div class="questions">
      {types.length > 0 && <Pick label={t("door.type")} options={types.map(x => ({ id: x.id, text: say(x.label) }))} value={said.type} onPick={type => onSay({ ...said, type })} />}
      {tables.length > 0 && <Pick label={t("door.table")} options={tables.map(x => ({ id: x.id, text: x.name }))} value={said.table} onPick={table => onSay({ ...said, table })} />}
      {zones.length > 0 && <Choose label={t("door.zone")} options={zones} value={said.zone} onChoose={zone => onSay({ ...said, zone })} t={t} say={say} />}
    </div>
  );
}

/** Whether anything is asked at all. */
export const asks = ({ questions: { types, zones }, tables }: Door): boolean => types.length + zones.length + tables.length > 0;

function Pick({ label, options, value, onPick }: { label: string; options: { id: string; text: string }[]; value?: string; onPick: (id?: string) => void }) {
  const { t } = useSpeech();
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value ?? ""} onChange={event => onPick(event.currentTarget.value || undefined)}>
        <option value="">{t("door.unsaid")}</option>
        {options.map(x => <option key={x.id} value={x.id}>{x.text}</option>)}
      </select>
    </label>
  );
}
