/** An author's text: paragraphs between empty lines, lines that begin with "- " as a list. */
export const Body = ({ text }: { text: string }) => <>{text.split(/\n\s*\n/).filter(x => x.trim()).map((block, n) => <Block key={n} lines={block.trim().split("\n")} />)}</>;

const Block = ({ lines }: { lines: string[] }) =>
  lines.every(x => x.startsWith("- ")) ? <ul>{lines.map((x, n) => <li key={n}>{x.slice(2)}</li>)}</ul>
    : lines.some(x => x.startsWith("- ")) ? <><Block lines={lines.slice(0, first(lines))} /><Block lines={lines.slice(first(lines))} /></>
    : <p>{lines.join("\n")}</p>;

// Where the run of plain lines or of list lines at the beginning ends.
const first = (lines: string[]) => lines.findIndex(x => x.startsWith("- ") !== lines[0]!.startsWith("- "));
