import { render } from "preact";
import "../styles/tokens.css";
import "../console/console.css";
import "./account.css";
import { setTheme } from "../theme";
import { Account } from "./Account";

setTheme();
// The key of an invitation stands behind the #: another link opened in the same tab is another page.
addEventListener("hashchange", () => location.reload());
render(<Account path={location.pathname} />, document.getElementById("page")!);
