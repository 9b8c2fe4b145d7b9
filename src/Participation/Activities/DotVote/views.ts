/** What goes between server and screens. Written from the server's records by ViewTypesTests: change those, not this. */
import type { LocalText } from "@client/views";

export interface DotVoteView {
  question: LocalText;
  budget: number;
  maxPerItem: number;
  options: DotOption[];
  voters: number;
  votersBefore?: number;
  revealed: boolean;
}
export interface DotVoteMine { dots: Record<string, number>; voted?: boolean }
export interface DotOption { id: string; text?: string; label?: LocalText; dots?: number; before?: number }
