const collator = new Intl.Collator("en", { numeric: true });

/** Contributions by their number, IM-9 before IM-10. */
export const byNumber = (a: { id: string }, b: { id: string }): number => collator.compare(a.id, b.id);
