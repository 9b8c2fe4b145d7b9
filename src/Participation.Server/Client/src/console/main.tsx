import "../styles/tokens.css";
import "../styles/fonts.css";
import "./console.css";
import { draw } from "../draw";
import { WallLive } from "../steering";
import { setTheme } from "../theme";
import { Console } from "./Console";

setTheme();
const session = location.pathname.split("/")[2];
const live = session ? new WallLive(session, "facilitator") : undefined;
draw(() => <Console session={session} live={live} />);
