import type { ConsoleProps } from "@client/activity";
import type { SlideView } from "./views";
import { Body } from "@client/ui/Body";
import "./console.css";

/** The slide as the room reads it. */
export default function SlideConsole({ view, t, say }: ConsoleProps<SlideView>) {
  return (
    <div class="slide-read">
      <p class="note">{t("slide.console-note")}</p>
      <Body text={say(view.body)} />
      {view.image && <img src={view.image} alt={say(view.alt)} />}
    </div>
  );
}
