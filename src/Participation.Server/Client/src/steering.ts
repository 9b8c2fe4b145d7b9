import { Live, type Receipt } from "./live";
import type { Mine, SessionView } from "./views";

/** Which page is on a wall, and what lies over it. The server passes it on and reads nothing into it. */
export interface OnWall {
  /** What the page is a page of: on any other it means nothing. */
  step?: string;
  /** From 0; none: the page that the wall follows by itself. */
  page?: number;
  over?: "blank" | "code" | "card";
  card?: string;
}

/** What a console and every wall are told of the walls. */
export interface WallState {
  /** Where a facilitator led them last. */
  steered?: { id: number; to: OnWall };
  /** What is on the wall that has hung longest. */
  shown?: OnWall;
  walls: number;
  /** So many show something else: somebody turned them by their own keys. */
  apart: number;
}

/** The connection of a wall or of a console, which know of the walls besides. */
export class WallLive extends Live<SessionView, Mine> {
  wall?: WallState;

  constructor(session: string, role: "projector" | "facilitator") {
    super(session, role);
    this.hub.on("Wall", (wall: WallState) => {
      this.wall = wall;
      this.tell({});
    });
  }

  /** The console leads the walls. */
  steer = (to: OnWall): Promise<Receipt> => this.hub.invoke<Receipt>("Steer", to);

  /** A wall says what it shows. */
  shows = (shown: OnWall): Promise<Receipt> => this.hub.invoke<Receipt>("Shows", shown);
}
