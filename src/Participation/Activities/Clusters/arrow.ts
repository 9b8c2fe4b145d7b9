export interface Box { x: number; y: number; width: number; height: number }

/** A curve from the edge of one box to the edge of another, by the sides that face each other; past boxes between them it bows out. */
export function arrow(from: Box, to: Box): string {
  const [a, b] = [centre(from), centre(to)];
  const beside = Math.abs(b.x - a.x) / (from.width + to.width) > Math.abs(b.y - a.y) / (from.height + to.height);
  if (beside) {
    const way = Math.sign(b.x - a.x) || 1;
    const [start, end] = [a.x + (way * from.width) / 2, b.x - (way * to.width) / 2];
    const bend = Math.max(24, Math.abs(end - start) / 2) * way;
    return `M${start} ${a.y}C${start + bend} ${a.y} ${end - bend} ${b.y} ${end} ${b.y}`;
  }
  const way = Math.sign(b.y - a.y) || 1;
  if (Math.abs(b.y - a.y) > from.height + to.height) {
    const [start, end] = [from.x + from.width, to.x + to.width];
    return `M${start} ${a.y}C${start + bow} ${a.y} ${end + bow} ${b.y} ${end} ${b.y}`;
  }
  const [start, end] = [a.y + (way * from.height) / 2, b.y - (way * to.height) / 2];
  const bend = Math.max(24, Math.abs(end - start) / 2) * way;
  return `M${a.x} ${start}C${a.x} ${start + bend} ${b.x} ${end - bend} ${b.x} ${end}`;
}

/** How far a line stands out from the boxes that it passes (pixels). */
const bow = 36;

const centre = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
