// Scripts of which most reports hold nothing: their fonts are read when a text needs them. Noto from npm, as .ttf or as .woff (the same tables, each packed).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { readCharacters } from './fonts.mjs';

// Japanese goes before Chinese, for both write signs that each draws in its own way; who writes kana is Japanese.
const scripts = [
  ['JP', /[\p{Script=Hiragana}\p{Script=Katakana}]/u, ttf('jp')],
  ['KR', /\p{Script=Hangul}/u, ttf('kr')],
  ['SC', /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]/u, ttf('sc')],
  ...['Thai', 'Lao', 'Khmer', 'Myanmar', 'Bengali', 'Gurmukhi', 'Gujarati', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Ethiopic', 'Georgian', 'Armenian']
    .map(name => [name, new RegExp(`\\p{Script=${name}}`, 'u'), woff(name.toLowerCase())]),
];

// Letters that none of the scripts above has: Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari, signs. A text of these alone is not searched.
const others = /[^\u0000-\u052F\u0590-\u097F\u1D00-\u2BFF\uFB00-\uFDFF\uFE00-\uFE2F\uFE70-\uFEFF\uFFFD\u{1D400}-\u{1FBFF}]/u;

const read = new Map();

// The fonts that a text asks for, in the order in which they are to be tried; a package that is not there is none.
export function fontsFor(text, folder) {
  if (!others.test(text)) return [];
  return scripts.filter(([, letters]) => letters.test(text)).flatMap(([name, , file]) => {
    if (!read.has(name)) read.set(name, load(name, join(folder, file)));
    return read.get(name) ?? [];
  });
}

function load(name, path) {
  if (!existsSync(path)) return null;
  const bytes = path.endsWith('.woff') ? unpacked(readFileSync(path)) : readFileSync(path);
  return { family: `Noto Sans ${name}`, bytes, has: readCharacters(bytes) };
}

function ttf(name) {
  return join('@expo-google-fonts', `noto-sans-${name}`, '400Regular', `NotoSans${name.toUpperCase()}_400Regular.ttf`);
}

function woff(name) {
  return join('@fontsource', `noto-sans-${name}`, 'files', `noto-sans-${name}-${name}-400-normal.woff`);
}

// WOFF 1.0: a directory of tables, each deflated unless that would not make it smaller; the same tables laid out as OpenType wants them.
function unpacked(woff) {
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, i) => {
    const at = 44 + i * 20;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const bytes = woff.subarray(offset, offset + packed);
    return { tag: woff.subarray(at, at + 4), sum: woff.readUInt32BE(at + 16), bytes: packed < length ? inflateSync(bytes) : bytes };
  });
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(tables.length, 4);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(tables.length * 16 - power * 16, 10);
  const parts = [head];
  let at = head.length;
  tables.forEach(({ tag, sum, bytes }, i) => {
    tag.copy(head, 12 + i * 16);
    head.writeUInt32BE(sum, 16 + i * 16);
    head.writeUInt32BE(at, 20 + i * 16);
    head.writeUInt32BE(bytes.length, 24 + i * 16);
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    at += bytes.length + padding.length;
  });
  return Buffer.concat(parts);
}
