import "../styles/tokens.css";
import "./console.css";
import { draw } from "../draw";
import { Live } from "../live";
import { setTheme } from "../theme";
import { Console } from "./Console";

setTheme();
const session = location.pathname.split("/")[2];
const live = session ? new Live(session, "facilitator") : undefined;
draw(() => <Console session={session} live={live} />);
