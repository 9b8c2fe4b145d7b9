import type { ProjectorProps } from "@client/activity";
import type { SlideView } from "./views";
import { useFit } from "@client/projector/fit";
import { Page } from "@client/projector/Page";
import { Body } from "@client/ui/Body";
import "./projector.css";

/** A slide for the room: text beside a picture, or text alone. */
export default function SlideProjector({ view, item, say }: ProjectorProps<SlideView>) {
  const text = say(view.body);
  const fitted = useFit<HTMLDivElement>(text);
  return (
    <Page headline={say(item.title)} size="big">
      <div class={view.image ? "slide-wall has-image" : "slide-wall"}>
        <div class="slide-wall-text" ref={fitted}><Body text={text} /></div>
        {view.image && <img class="slide-wall-image" src={view.image} alt={say(view.alt)} />}
      </div>
    </Page>
  );
}
