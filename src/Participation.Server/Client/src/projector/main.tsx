import "../styles/tokens.css";
import "../styles/fonts.css";
import "../styles/fills.css";
import "./projector.css";
import { draw } from "../draw";
import { Live } from "../live";
import { setTheme } from "../theme";
import { Projector } from "./Projector";

setTheme();
// The wall speaks in its own faces from the first word on: one that comes later would move what stands there.
for (const face of ["400 1em 'Source Serif 4'", "600 1em 'Source Serif 4'", "400 1em 'Noto Sans'", "600 1em 'Noto Sans'", "700 1em 'Noto Sans'"]) void document.fonts?.load(face);
const session = location.pathname.split("/")[2] ?? "";
const live = new Live(session, "projector");
draw(() => <Projector session={session} live={live} />);
