import type { Kind } from "./views";

/** How each sort of idea is called, and the class that colours it. */
export const sorts: Record<Kind, { class: string; label: string }> = {
  sentiment: { class: "ideas-sentiment", label: "ideas.kind.sentiment" },
  idea: { class: "ideas-idea", label: "ideas.kind.idea" },
  project: { class: "ideas-project", label: "ideas.kind.project" },
};
