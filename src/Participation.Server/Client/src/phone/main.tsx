import room from "virtual:texts/room";
import phone from "virtual:texts/phone";
import "../styles/tokens.css";
import "../styles/parts.css";
import "./phone.css";
import { draw } from "../draw";
import { shelf } from "../store";
import { choose, load } from "../texts";
import { setTheme } from "../theme";
import { knock, wayOf } from "./door";
import { Phone } from "./Phone";
import { areas } from "./speech";

setTheme();
areas.push(room, phone);
const chosen = shelf.getItem("language");
const language = choose(chosen, ...navigator.languages, document.documentElement.lang);
// The door is asked while the texts are on their way: a round trip less.
const way = wayOf(location.pathname);
const asked = way && knock(way);
asked?.catch(() => {});
// Whoever comes to a door has its page by the time that it opens; where it did not come, it is asked for again then.
if (way) void import("./later").then(later => load(language, later.texts)).catch(() => {});
void load(language, ...areas).then(() => draw(() => <Phone first={language} asked={asked} />));
