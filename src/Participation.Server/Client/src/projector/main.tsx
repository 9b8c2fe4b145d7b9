import { render } from "preact";
import "../styles/tokens.css";
import "./projector.css";
import { Live } from "../live";
import { setTheme } from "../theme";
import { Projector } from "./Projector";

setTheme();
const session = location.pathname.split("/")[2] ?? "";
render(<Projector session={session} live={new Live(session, "projector")} />, document.getElementById("page")!);
