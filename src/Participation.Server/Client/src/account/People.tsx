import { useState } from "preact/hooks";
import { AccountMenu } from "../console/AccountMenu";
import { ask, type Failure } from "../http";
import { moment, useZone } from "../ui/moment";
import type { Spoken } from "../ui/words";
import type { InvitationLink, Me, PersonRow } from "../views";
import { Form, Missing, useAsked } from "./form";

const roles = ["facilitator", "coordinator", "administrator"] as const;

/** Everybody with an account: an administrator invites, renews passwords and disables. */
export function People({ words }: { words: Spoken }) {
  const { t } = words;
  const zone = useZone();
  const { value: me } = useAsked<Me>("/api/account");
  const { value: people, failure, again } = useAsked<PersonRow[]>("/api/people");
  const [link, setLink] = useState<InvitationLink & { name?: string }>();
  const [refused, setRefused] = useState<Failure>();
  const act = async (path: string, body: object, done: (value: unknown) => void) => {
    const answer = await ask(path, body);
    setRefused(answer.ok ? undefined : answer.failure);
    if (answer.ok) done(answer.value);
  };
  if (failure) return <Missing failure={failure} words={words} />;
  if (!people || !me) return <p class="empty">{t("console.loading")}</p>;
  return (
    <>
      <AccountMenu me={me} t={t} sessions />
      <ul class="rows">
        {people.map(x => (
          <li key={x.id}>
            <span>
              <b><bdi>{x.name}</bdi></b> <span class="tag">{t(`account.role-${x.role}`)}</span>
              {x.totp && <> <span class="tag">{t("account.factor")}</span></>}
              {x.disabled && <> <span class="tag strong">{t("account.disabled")}</span></>}
            </span>
            {x.id !== me.id && (
              <span class="inline">
                {!x.disabled && <button type="button" onClick={() => void act(`/api/people/${x.id}/renew`, {}, v => setLink({ ...(v as InvitationLink), name: x.name }))}>{t("account.renew", { name: x.name })}</button>}
                <button type="button" onClick={() => void act(`/api/people/${x.id}/disable`, { disabled: !x.disabled }, again)}>{t(x.disabled ? "account.enable" : "account.disable", { name: x.name })}</button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {refused && <Missing failure={refused} words={words} />}
      <Invite words={words} made={setLink} />
      {link && (
        <label class="made">
          <span role="status">{link.name ? t("account.renew-link", { name: link.name }) : t("account.invite-link")}</span>
          <input readOnly value={link.url} onFocus={e => e.currentTarget.select()} />
          <span class="note">{t("account.link-note", { time: moment(link.expires, words.language, zone) })}</span>
        </label>
      )}
    </>
  );
}

function Invite({ words, made }: { words: Spoken; made: (link: InvitationLink) => void }) {
  const { t } = words;
  const [role, setRole] = useState<(typeof roles)[number]>("facilitator");
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{t("account.invite")}</h2>
      <Form words={words} action={t("account.invite-action")} send={() => ask<InvitationLink>("/api/people/invite", { role })} done={x => made(x as InvitationLink)}>
        <fieldset class="roles">
          <legend>{t("account.role")}</legend>
          {roles.map(x => (
            <label key={x} class="check">
              <input type="radio" name="role" checked={x === role} onChange={() => setRole(x)} />
              <span><b>{t(`account.role-${x}`)}</b> <span class="note">{t(`account.may-${x}`)}</span></span>
            </label>
          ))}
        </fieldset>
      </Form>
    </section>
  );
}
