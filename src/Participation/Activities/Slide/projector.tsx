import type { ProjectorProps } from "@client/activity";
import type { SlideView } from "@client/views";
import { Body } from "@client/ui/Body";
import "./projector.css";

/** A slide for the room: text beside a picture, or text alone. */
export default function SlideProjector({ view, say }: ProjectorProps<SlideView>) {
  return (
    <div class={view.image ? "slide with-image" : "slide"}>
      <div class="slide-text"><Body text={say(view.body)} /></div>
      {view.image && <img class="slide-image" src={view.image} alt={say(view.alt)} />}
    </div>
  );
}
