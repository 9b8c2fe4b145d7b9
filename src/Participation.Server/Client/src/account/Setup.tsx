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
        {zone && (
          <label>
            {t("account.setup-zone")}
            <select value={zone} onChange={e => setZone(e.currentTarget.value)}>{zones(zone).map(x => <option key={x}>{x}</option>)}</select>
            <span class="note">{t("account.setup-zone-note")}</span>
          </label>
        )}
      </Form>
    </>
  );
}

/** The machine's zone; a machine that was never told where it stands says universal time, and then the browser's is the better guess. */
const suggested = (machine: string): string =>
  /^(Etc\/)?(UTC|GMT|Zulu|Universal)$/.test(machine) ? new Intl.DateTimeFormat().resolvedOptions().timeZone || machine : machine;

/** The zones that the browser knows, and the one that is chosen. */
const zones = (chosen: string): string[] => {
  const known = Intl.supportedValuesOf?.("timeZone") ?? [];
  return known.includes(chosen) ? known : [chosen, ...known];
};
