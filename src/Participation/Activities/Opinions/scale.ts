/** As `Opinions.cs` has it, in the order of a bar: agreement from the left, disagreement from the right. A test holds the two together. */
export const scale = [{ id: "agree", fill: 1 }, { id: "pass", fill: 4 }, { id: "disagree", fill: 6 }] as const;
