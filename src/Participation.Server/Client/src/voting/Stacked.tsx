import "../styles/fills.css";
import "./voting.css";

/** A grade, and how its bars are filled; one order for every scale, 1 most in favour. */
export interface Grade { id: string; fill: number }

/** How many people gave each grade of a scale, as one bar: told by place, pattern and the numbers beside it, not by colour alone. */
export const Stacked = ({ scale, of }: { scale: readonly Grade[]; of: Record<string, unknown> }) => (
  <span class="voting-stack" aria-hidden="true">
    {scale.filter(x => of[x.id]).map(x => <i key={x.id} class={`is-fill-${x.fill}`} style={{ flexGrow: of[x.id] as number }} />)}
  </span>
);
