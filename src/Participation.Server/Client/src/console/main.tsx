import { render } from "preact";
import "../styles/tokens.css";
import "./console.css";
import { Live } from "../live";
import { setTheme } from "../theme";
import { Console } from "./Console";

setTheme();
const [, place, session] = location.pathname.split("/");
const role = place === "scribe" ? "scribe" : "facilitator";
render(<Console session={session} role={role} live={session ? new Live(session, role) : undefined} />, document.getElementById("page")!);
