export interface Table { id: string; name: string }

/** Tables from a list of names, one a line. Ids are numbers: a name may be corrected, and two tables may have the same. */
export const tablesOf = (lines: string): Table[] =>
  lines.split("\n").map(x => x.trim()).filter(x => x).map((name, i) => ({ id: `t${i + 1}`, name }));
