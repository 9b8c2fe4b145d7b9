/** What goes between server and screens. Written from the server's records by ViewTypesTests: change those, not this. */
import type { LocalText } from "@client/views";

export interface SlideView { body: LocalText; image?: string; alt?: LocalText }
