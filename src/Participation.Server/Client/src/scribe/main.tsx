import { render } from "preact";
import "../styles/tokens.css";
import "../console/console.css";
import "./scribe.css";
import { openRoom } from "../phone/room";
import { setTheme } from "../theme";
import { Scribe } from "./Scribe";

setTheme();
const session = location.pathname.split("/")[2]!;
void openRoom(session, "scribe").then(room => render(<Scribe room={room} />, document.getElementById("page")!));
