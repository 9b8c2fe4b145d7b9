import room from "virtual:texts/room";
import phone from "virtual:texts/phone";
import "../styles/tokens.css";
import "../styles/parts.css";
import "./phone.css";
import { draw } from "../draw";
import { shelf } from "../store";
import { choose, load } from "../texts";
import { setTheme } from "../theme";
import { knock, wayBack, wayOf } from "./door";
import { Phone } from "./Phone";
import { areas } from "./speech";
import { atDoor, inside } from "./useLater";

setTheme();
areas.push(room, phone);
const chosen = shelf.getItem("language");
const language = choose(chosen, ...navigator.languages, document.documentElement.lang);
// The door is asked while the texts are on their way: a round trip less.
const way = wayOf(location.pathname);
const asked = way && knock(way);
asked?.catch(() => {});
// Whoever comes to a door has it by the time that it opens, and whoever sits there the room; what did not come is asked for again then.
if (wayBack(location.pathname)) void inside().catch(() => {});
else void atDoor().then(part => load(language, part.texts)).catch(() => {});
void load(language, ...areas).then(() => draw(() => <Phone first={language} asked={asked} />));
