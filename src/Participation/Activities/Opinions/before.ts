import type { Before } from "@client/voting/ballots";

/** An answer as earlier pages gave it; of a secret one its statement is left. */
export const before: Before = ({ name, data }) => {
  const { statement, vote } = data as { statement: string; vote?: string };
  return name === "opinions.vote" ? { paper: statement, choices: vote ? [vote] : [] } : undefined;
};
