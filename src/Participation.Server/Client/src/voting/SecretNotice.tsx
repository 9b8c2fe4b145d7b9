import type { Translate } from "../texts";
import type { Item } from "../views";

interface Props { item: Item; t: Translate; going: boolean; voted: boolean }

/** What becomes of one's secret ballots; nothing where ballots are not secret. */
export const SecretNotice = ({ item, t, going, voted }: Props) =>
  item.ballots ? <p class="notice" role="status">{t(going ? "phone.secret.going" : voted ? "phone.secret.done" : "phone.secret.before")}</p> : null;
