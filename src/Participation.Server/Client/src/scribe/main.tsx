import "../styles/tokens.css";
import "../styles/fonts.css";
import "../console/console.css";
import "./scribe.css";
import { draw } from "../draw";
import { openRoom } from "../phone/room";
import { setTheme } from "../theme";
import { Scribe } from "./Scribe";

setTheme();
const session = location.pathname.split("/")[2]!;
void openRoom(session, "scribe").then(room => draw(() => <Scribe room={room} />));
