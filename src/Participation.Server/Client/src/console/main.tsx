import { render } from "preact";
import "../styles/tokens.css";
import "./console.css";
import { Live } from "../live";
import { setTheme } from "../theme";
import { Console } from "./Console";

setTheme();
<<<<<<< HEAD
const [, page, named] = location.pathname.split("/");
const secret = page === "enter" ? named : undefined;
const session = page === "console" ? named : undefined;
render(<Console session={session} secret={secret} live={session ? new Live(session, "facilitator") : undefined} />, document.getElementById("page")!);
=======
const [, place, id] = location.pathname.split("/");
const role = location.hash === "#scribe" ? "scribe" : "facilitator";
const live = place === "console" && id ? new Live(id, role) : undefined;
render(<Console session={live && id} link={place === "enter" ? id : undefined} live={live} role={role} />, document.getElementById("page")!);
>>>>>>> e1a0c11 (A role's link takes its seat and leads to its place; a scribe's page for people without a phone)
