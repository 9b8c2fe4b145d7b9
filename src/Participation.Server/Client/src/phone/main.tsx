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

setTheme();
const areas = [room, phone];
const chosen = shelf.getItem("language");
const language = choose(chosen, ...navigator.languages, document.documentElement.lang);
// The door is asked while the texts are on their way: a round trip less.
const way = wayOf(location.pathname);
const asked = way && knock(way);
asked?.catch(() => {});
void load(language, ...areas).then(() => draw(() => <Phone first={language} areas={areas} asked={asked} />));
