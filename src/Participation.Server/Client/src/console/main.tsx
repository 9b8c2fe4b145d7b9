import { render } from "preact";
import "../styles/tokens.css";
import "./console.css";
import { Live } from "../live";
import { setTheme } from "../theme";
import { Console } from "./Console";

setTheme();
const [, page, named] = location.pathname.split("/");
const secret = page === "enter" ? named : undefined;
const session = page === "console" ? named : undefined;
render(<Console session={session} secret={secret} live={session ? new Live(session, "facilitator") : undefined} />, document.getElementById("page")!);
