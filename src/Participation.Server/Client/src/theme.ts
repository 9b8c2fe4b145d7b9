import { shelf } from "./store";

export type Theme = "auto" | "light" | "dark";
const key = "theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

export const theme = (): Theme => (shelf.getItem(key) as Theme | null) ?? "auto";

/** Sets light or dark on the page; `auto` follows the device, also when it changes at dusk. */
export function setTheme(choice: Theme = theme()): void {
  shelf.setItem(key, choice);
  document.documentElement.dataset.theme = choice === "auto" ? (dark.matches ? "dark" : "light") : choice;
}

dark.addEventListener("change", () => setTheme());
