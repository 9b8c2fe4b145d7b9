import { useState } from "preact/hooks";
import { AccountMenu } from "../console/AccountMenu";
import { ask } from "../http";
import type { Spoken } from "../ui/words";
import type { Me } from "../views";
import { Form, Missing, Password, useAsked } from "./form";
import { Places } from "./Places";
import { SecondFactor } from "./SecondFactor";

/** One's own account: password, second factor, and where one is signed in. */
export function Mine({ words }: { words: Spoken }) {
  const { t } = words;
  const { value: me, failure, again } = useAsked<Me>("/api/account");
  if (failure) return <Missing failure={failure} words={words} />;
  if (!me) return <p class="empty">{t("console.loading")}</p>;
  return (
    <>
      <AccountMenu me={me} t={t} sessions />
      <p>{t(`account.may-${me.role}`)}</p>
      <NewPassword words={words} />
      <SecondFactor words={words} on={me.totp} changed={again} />
      <Places words={words} />
    </>
  );
}

function NewPassword({ words }: { words: Spoken }) {
  const { t } = words;
  const [now, setNow] = useState("");
  const [next, setNext] = useState("");
  const [done, setDone] = useState(false);
  const finish = () => {
    setNow("");
    setNext("");
    setDone(true);
  };
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t("account.password")}</h2>
      <Form words={words} action={t("account.set-password")} send={() => ask("/api/account/password", { now, next })} done={finish}>
        <Password words={words} label={t("account.password-now")} value={now} set={setNow} />
        <Password words={words} label={t("account.password-next")} note={t("account.password-note")} value={next} set={setNext} fresh />
      </Form>
      {done && <p role="status">{t("account.password-set")}</p>}
    </section>
  );
}
