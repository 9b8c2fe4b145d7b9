import { useState } from "preact/hooks";
import { ask } from "../http";
import type { Spoken } from "../ui/words";
import type { SignInDoor } from "../views";
import { Field, Form, Missing, Password, useAsked } from "./form";

/** Where to go after the door: only to pages of this house that stand behind it. */
export function wanted(search: string): string {
  const to = new URLSearchParams(search).get("to") ?? "";
  return /^\/(console(\/[0-9a-f-]{36})?|account|people)$/.test(to) ? to : "/console";
}

/** The door: name and password, and the code of the second factor when the account has one. */
export function SignIn({ words }: { words: Spoken }) {
  const { t } = words;
  const { value: door, failure } = useAsked<SignInDoor>("/api/sign-in");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [coded, setCoded] = useState(false);
  if (failure) return <Missing failure={failure} words={words} />;
  if (!door) return <p class="empty">{t("console.loading")}</p>;
  if (!door.ready) return <p>{t("account.not-ready")}</p>;
  if (!door.safe) return <p class="refusal">{t("account.unsafe")}</p>;
  const send = async () => {
    const answer = await ask("/api/sign-in", { name, password, ...(coded && { code }) });
    if (!answer.ok && answer.failure.code === "sign-in.code") setCoded(true);
    return answer;
  };
  return (
    <>
      <Form words={words} action={t("account.sign-in")} send={send} done={() => location.assign(wanted(location.search))}>
        <Field words={words} label={t("account.name")} value={name} set={setName} complete="username" first />
        <Password words={words} label={t("account.password")} value={password} set={setPassword} />
        {coded && <Field words={words} label={t("account.code")} value={code} set={setCode} complete="one-time-code" digits first />}
      </Form>
      {door.organisation && <p><a href={`/sign-in/organisation?to=${encodeURIComponent(wanted(location.search))}`}>{t("account.organisation")}</a></p>}
      {location.hash && <p class="refusal" role="alert">{t(location.hash === "#unknown" ? "account.organisation-unknown" : "account.organisation-failed")}</p>}
      <p class="note">{t("account.forgotten")}</p>
    </>
  );
}
