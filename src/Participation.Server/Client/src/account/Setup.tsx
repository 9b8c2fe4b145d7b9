import { useState } from "preact/hooks";
import { ask } from "../http";
import type { Spoken } from "../ui/words";
import { useInstitution } from "../ui/institution";
import type { SignInDoor } from "../views";
import { Unnamed } from "../ui/Unnamed";
import { Field, Form, Missing, Password, useAsked } from "./form";

/** The first account of this server. The link is used up by the form, not by a look at it. */
export function Setup({ words }: { words: Spoken }) {
  const { t } = words;
  const institution = useInstitution();
  const { value: door, failure } = useAsked<SignInDoor>("/api/sign-in");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [chosen, setZone] = useState<string>();
  if (failure) return <Missing failure={failure} words={words} />;
  if (!door) return <p class="empty">{t("console.loading")}</p>;
  if (door.ready) return <p>{t("account.setup-done")} <a href="/console">{t("account.sign-in")}</a></p>;
  const zone = chosen ?? (door.zone && suggested(door.zone));
  return (
    <>
      <p>{t("account.setup-text")}</p>
      <Form words={words} action={t("account.setup-action")} send={() => ask("/api/setup", { key: location.pathname.split("/")[2] ?? "", name, password, ...(zone && { zone }) })} done={() => location.assign("/console")}>
        <Field words={words} label={t("account.name")} value={name} set={setName} complete="username" first />
        <Password words={words} label={t("account.password")} note={t("account.password-note")} value={password} set={setPassword} fresh />
        <Unnamed institution={institution} t={t} keys />
        {door.zone && (
          <label>
            {t("account.setup-zone")}
            <select value={zone ?? ""} required onChange={e => setZone(e.currentTarget.value)}>
              <option value="" disabled hidden>{t("account.setup-zone-choose")}</option>
              {zones(zone ?? door.zone).map(([part, names]) => <optgroup key={part} label={t(part)}>{names.map(x => <option key={x}>{x}</option>)}</optgroup>)}
            </select>
            <span class="note">{t("account.setup-zone-note")}</span>
          </label>
        )}
      </Form>
    </>
  );
}

/** A machine that was never told where it stands says universal time, in which nobody lives; then the browser's is the better guess, and where that says the same there is none. */
const suggested = (machine: string): string | undefined => [machine, new Intl.DateTimeFormat().resolvedOptions().timeZone].find(x => x && !/^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal|Greenwich)$/.test(x));

/** The zones that the browser knows, and the one of the machine or that is chosen; those of Europe first. */
const zones = (also: string): [string, string[]][] => {
  const known = [...new Set([also, ...(Intl.supportedValuesOf?.("timeZone") ?? [])])].sort();
  const europe = (x: string) => x.startsWith("Europe/");
  return [["account.setup-zone-europe", known.filter(europe)], ["account.setup-zone-other", known.filter(x => !europe(x))]];
};
