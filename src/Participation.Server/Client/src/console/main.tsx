import { render } from "preact";
import "../styles/tokens.css";
import "./console.css";
import { Live } from "../live";
import { setTheme } from "../theme";
import { Console } from "./Console";

setTheme();
const session = location.pathname.split("/")[2];
render(<Console session={session} live={session ? new Live(session, "facilitator") : undefined} />, document.getElementById("page")!);
