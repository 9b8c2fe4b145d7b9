import assert from "node:assert/strict";

/** Codewords of a block, and how many blocks, of versions 2 to 6 at level M (ISO/IEC 18004, table 9). */
const blocks = { 2: [28, 1], 3: [44, 1], 4: [32, 2], 5: [43, 2], 6: [27, 4] };
const masks = [
  (r, c) => (r + c) % 2, r => r % 2, (_, c) => c % 3, (r, c) => (r + c) % 3, (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2,
  (r, c) => ((r * c) % 2) + ((r * c) % 3), (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2, (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2,
];

/** What a camera reads from a printed code. The paper is clean: nothing has to be corrected. `blank`: a page that may draw, which the sheet itself may not. */
export async function scanned(blank, code) {
  const svg = await code.evaluate(x => new XMLSerializer().serializeToString(x));
  return read(await blank.evaluate(async svg => {
    const wide = 1800;
    const image = Object.assign(new Image(wide, wide), { src: `data:image/svg+xml,${encodeURIComponent(svg)}` });
    await image.decode();
    const pen = Object.assign(document.createElement("canvas"), { width: wide, height: wide }).getContext("2d", { willReadFrequently: true });
    pen.drawImage(image, 0, 0, wide, wide);
    const dark = (x, y) => (pen.getImageData(x, y, 1, 1).data[0] < 128 ? 1 : 0);
    // Four modules around are left white: where the first corner begins says how large a module is.
    const corner = Array.from({ length: wide }, (_, at) => at).find(at => dark(at, at));
    const size = Math.round((4 * wide) / corner);
    const middle = n => Math.floor(((n + 4.5) * wide) / size);
    return Array.from({ length: size - 8 }, (_, r) => Array.from({ length: size - 8 }, (_, c) => dark(middle(c), middle(r))));
  }, svg));
}

function read(dark) {
  const n = dark.length;
  const [each, count] = blocks[(n - 17) / 4] ?? assert.fail(`a code of ${n} by ${n}`);
  const hides = masks[((dark[8][2] ^ 1) << 2) | (dark[8][3] << 1) | (dark[8][4] ^ 1)];
  const fixed = (r, c) => (r < 9 && (c < 9 || c >= n - 8)) || (r >= n - 8 && c < 9) || r === 6 || c === 6 || (Math.abs(r - n + 7) < 3 && Math.abs(c - n + 7) < 3);
  const bits = [];
  for (let right = n - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let at = 0; at < n; at++) {
      const r = up ? n - 1 - at : at;
      for (const c of [right, right - 1]) if (!fixed(r, c)) bits.push(dark[r][c] ^ (hides(r, c) === 0 ? 1 : 0));
    }
  }
  const word = n => parseInt(bits.slice(n * 8, n * 8 + 8).join(""), 2);
  const data = Array.from({ length: each * count }, (_, n) => word((n % each) * count + Math.floor(n / each))).map(x => x.toString(2).padStart(8, "0")).join("");
  assert.equal(data.slice(0, 4), "0100", "bytes");
  const length = parseInt(data.slice(4, 12), 2);
  return String.fromCharCode(...Array.from({ length }, (_, n) => parseInt(data.slice(12 + n * 8, 20 + n * 8), 2)));
}
