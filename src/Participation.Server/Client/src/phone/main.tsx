import { render } from "preact";
import room from "virtual:texts/room";
import phone from "virtual:texts/phone";
import "../styles/tokens.css";
import "../styles/parts.css";
import "./phone.css";
import { shelf } from "../store";
import { choose, load } from "../texts";
import { setTheme } from "../theme";
import { Phone } from "./Phone";

setTheme();
const areas = [room, phone];
const chosen = shelf.getItem("language");
const language = choose(chosen, ...navigator.languages, document.documentElement.lang);
void load(language, ...areas).then(() => render(<Phone first={language} areas={areas} />, document.getElementById("page")!));
