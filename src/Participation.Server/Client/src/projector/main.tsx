import "../styles/tokens.css";
import "../styles/fonts.css";
import "../styles/fills.css";
import "./projector.css";
import { draw } from "../draw";
import { WallLive } from "../steering";
import { setTheme } from "../theme";
import { isPicture, useOwn, usePicture } from "./follow";
import { Projector } from "./Projector";

setTheme();
// The wall speaks in its own faces from the first word on: one that comes later would move what stands there.
for (const face of ["400 1em 'Source Serif 4'", "600 1em 'Source Serif 4'", "400 1em 'Noto Sans'", "600 1em 'Noto Sans'", "700 1em 'Noto Sans'"]) void document.fonts?.load(face);
const session = location.pathname.split("/")[2] ?? "";
const live = new WallLive(session, "projector");
const picture = isPicture(location.pathname);
// A picture is only looked at: what can be pressed is around it.
if (picture) document.documentElement.inert = true;
draw(() => <Projector session={session} live={live} use={picture ? usePicture : useOwn} picture={picture} />);
