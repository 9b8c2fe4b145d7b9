import "../styles/tokens.css";
import "../styles/fonts.css";
import "../console/console.css";
import "./account.css";
import { draw } from "../draw";
import { setTheme } from "../theme";
import { Account } from "./Account";

setTheme();
// The key of an invitation stands behind the #: another link opened in the same tab is another page.
addEventListener("hashchange", () => location.reload());
draw(() => <Account path={location.pathname} />);
