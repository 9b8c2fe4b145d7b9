import { useState } from "preact/hooks";
import { ask } from "../http";
import type { Spoken } from "../ui/words";
import type { TotpBegun } from "../views";
import { Field, Form, Password } from "./form";

/** The second factor: a picture for the app, then a code of it proves that it arrived. */
export function SecondFactor({ words, on, changed }: { words: Spoken; on: boolean; changed: () => void }) {
  const { t } = words;
  const [begun, setBegun] = useState<TotpBegun>();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const finish = () => {
    setBegun(undefined);
    setPassword("");
    setCode("");
    changed();
  };
  return (
    <section aria-labelledby="factor">
      <h2 id="factor">{t("account.factor")}</h2>
      <p>{t(on ? "account.factor-on" : "account.factor-off")}</p>
      {on && (
        <Form words={words} action={t("account.factor-end")} send={() => ask("/api/account/totp/off", { password })} done={finish}>
          <Password words={words} label={t("account.password-now")} value={password} set={setPassword} />
        </Form>
      )}
      {!on && !begun && <Form words={words} action={t("account.factor-begin")} send={() => ask<TotpBegun>("/api/account/totp/begin", {})} done={x => setBegun(x as TotpBegun)} />}
      {!on && begun && (
        <Form words={words} action={t("account.factor-confirm")} send={() => ask("/api/account/totp", { password, code })} done={finish}>
          <p>{t("account.factor-scan")}</p>
          <img class="factor" src={begun.qr} alt={t("account.factor-qr")} width="200" height="200" />
          <p class="note">{t("account.factor-type")} <code>{begun.secret.replace(/.{4}/g, "$& ").trim()}</code></p>
          <Field words={words} label={t("account.code")} value={code} set={setCode} complete="one-time-code" digits first />
          <Password words={words} label={t("account.password-now")} value={password} set={setPassword} />
        </Form>
      )}
    </section>
  );
}
