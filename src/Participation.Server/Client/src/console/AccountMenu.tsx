import { ask } from "../http";
import type { Translate } from "../texts";
import type { Me } from "../views";

/** Who is signed in, and the way to what belongs to them. */
export function AccountMenu({ me, t, sessions }: { me: Me; t: Translate; sessions?: boolean }) {
  const out = () => void ask("/api/sign-out", {}).then(() => location.assign("/sign-in"));
  return (
    <nav class="account-menu" aria-label={t("console.account")}>
      {sessions && <a href="/console">{t("console.title")}</a>}
      <a href="/account" aria-current={location.pathname === "/account" ? "page" : undefined}><bdi>{me.name}</bdi></a>
      {me.role === "administrator" && <a href="/people" aria-current={location.pathname === "/people" ? "page" : undefined}>{t("console.people-accounts")}</a>}
      <button type="button" onClick={out}>{t("console.sign-out")}</button>
    </nav>
  );
}
