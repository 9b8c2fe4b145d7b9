import { useEffect, useState } from "preact/hooks";
import { ask, type Failure } from "../http";
import type { Spoken } from "../ui/words";
import type { Invited } from "../views";
import { Field, Form, Missing, Password } from "./form";

/** What a link offers: an account, a new password, or a session to lead. It is taken by the button and by nothing else. */
export function Invitation({ words }: { words: Spoken }) {
  const { t, say } = words;
  const [key] = useState(() => location.hash.slice(1));
  const [offer, setOffer] = useState<Invited>();
  const [failure, setFailure] = useState<Failure>();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  useEffect(() => { void ask<Invited>("/api/invitation", { key }).then(x => (x.ok ? setOffer(x.value) : setFailure(x.failure))); }, []);
  if (failure) return <Missing failure={failure} words={words} />;
  if (!offer) return <p class="empty">{t("console.loading")}</p>;
  if (offer.session) {
    return (
      <>
        <p>{t("account.invited-session", { title: say(offer.session) })}</p>
        <Form words={words} action={t("account.lead")} send={() => ask("/api/enter", { key })} done={x => location.assign(`/console/${(x as { session: string }).session}`)} />
      </>
    );
  }
  return (
    <>
      <p>{offer.role ? t("account.invited-role", { role: t(`account.role-${offer.role}`) }) : t("account.invited-password", { name: offer.name ?? "" })}</p>
      {offer.role && <p>{t(`account.may-${offer.role}`)}</p>}
      <Form words={words} action={t(offer.role ? "account.make" : "account.set-password")} send={() => ask("/api/invitation/accept", { key, password, ...(offer.role && { name }) })} done={() => location.assign("/console")}>
        {offer.role && <Field words={words} label={t("account.name")} value={name} set={setName} complete="username" first />}
        <Password words={words} label={t("account.password")} note={t("account.password-note")} value={password} set={setPassword} fresh />
      </Form>
    </>
  );
}
