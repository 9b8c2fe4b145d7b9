import type { PhoneProps } from "@client/activity";
import { Body } from "@client/ui/Body";
import { Heading } from "@client/ui/Heading";
import type { SlideView } from "./views";
import "./phone.css";

/** Text and a picture to read. */
export default function Phone({ view, item, say }: PhoneProps<SlideView>) {
  return (
    <article class="slide-phone">
      <Heading title={say(item.title)} />
      {view.image && <img src={view.image} alt={say(view.alt)} />}
      <div class="reading"><Body text={say(view.body)} /></div>
    </article>
  );
}
