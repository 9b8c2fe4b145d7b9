import { type Amounts, type Before, choicesOf } from "@client/voting/ballots";

/** Dots as earlier pages gave them; of secret ones nothing is left. */
export const before: Before = ({ name, data }) => (name === "dot-vote.cast" ? { paper: "", choices: choicesOf((data as { dots?: Amounts }).dots ?? {}) } : undefined);
