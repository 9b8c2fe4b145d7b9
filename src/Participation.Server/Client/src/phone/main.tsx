import { render } from "preact";
import "../styles/tokens.css";
import { setTheme } from "../theme";

setTheme();
render(<main />, document.getElementById("page")!);
