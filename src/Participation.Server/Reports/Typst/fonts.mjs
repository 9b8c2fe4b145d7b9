// The fonts of a report, and which characters each of them can draw.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// Only these weights are used by the template and published: the rest of the packages stays out.
const weights = /^(400Regular|600SemiBold)$/;
// Read when a text needs them: see scripts.mjs.
const later = /^noto-sans-(sc|jp|kr)$/;

export function loadFonts(folder) {
  return readdirSync(folder).filter(family => !later.test(family)).sort().flatMap(family =>
    readdirSync(join(folder, family)).filter(weight => weights.test(weight)).sort().flatMap(weight =>
      readdirSync(join(folder, family, weight)).filter(file => file.endsWith('.ttf')).map(file => {
        const bytes = readFileSync(join(folder, family, weight, file));
        return { family, bytes, has: readCharacters(bytes) };
      })));
}

// OpenType `cmap`, formats 4 (16 bit) and 12 (32 bit): all that current fonts carry for Unicode.
export function readCharacters(font) {
  const characters = new Set();
  const cmap = tableOffset(font, 'cmap');
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const sub = cmap + font.readUInt32BE(cmap + 8 + i * 8);
    const format = font.readUInt16BE(sub);
    if (format === 4) readFormat4(font, sub, characters);
    if (format === 12) readFormat12(font, sub, characters);
  }
  return characters;
}

function tableOffset(font, tag) {
  for (let i = 0; i < font.readUInt16BE(4); i++)
    if (font.toString('latin1', 12 + i * 16, 16 + i * 16) === tag) return font.readUInt32BE(20 + i * 16);
  throw new Error(`a font without ${tag}`);
}

function readFormat4(font, sub, characters) {
  const segments = font.readUInt16BE(sub + 6) / 2;
  const ends = sub + 14, starts = ends + segments * 2 + 2, deltas = starts + segments * 2, offsets = deltas + segments * 2;
  for (let s = 0; s < segments; s++) {
    const start = font.readUInt16BE(starts + s * 2), end = font.readUInt16BE(ends + s * 2);
    const delta = font.readUInt16BE(deltas + s * 2), offset = font.readUInt16BE(offsets + s * 2);
    for (let c = start; c <= end && c < 0xffff; c++) {
      const glyph = offset === 0 ? c + delta : font.readUInt16BE(offsets + s * 2 + offset + (c - start) * 2);
      if ((glyph & 0xffff) !== 0) characters.add(c);
    }
  }
}

function readFormat12(font, sub, characters) {
  for (let g = 0; g < font.readUInt32BE(sub + 12); g++) {
    const group = sub + 16 + g * 12;
    for (let c = font.readUInt32BE(group); c <= font.readUInt32BE(group + 4); c++) characters.add(c);
  }
}
