// Renders reports, one at a time, for as long as its owner keeps the pipe open.
// In: a line of JSON { report, accent, standard, timestamp, cover, attachment? }.  Out: a line of JSON, then as many bytes of PDF as it says; of a cover, of SVG.
import { writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { loadFonts } from './fonts.mjs';
import { Glyphs, mark } from './glyphs.mjs';
import { fontsFor } from './scripts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const fonts = loadFonts(join(here, 'node_modules', '@expo-google-fonts'));
const usual = setter([]);
// What the last report of other scripts was set with: the next may want the same.
let other = { families: '', compiler: usual };

send({ ready: true });
createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', line => {
  try {
    render(JSON.parse(line));
  } catch (error) {
    send({ error: describe(error) });
  }
});

function render(job) {
  const more = fontsFor(JSON.stringify(job.report), join(here, 'node_modules'));
  const glyphs = new Glyphs(fonts, more);
  let pdf;
  try {
    pdf = compile(job, glyphs, more);
  } catch (error) {
    // Some scripts need a form that the font lacks though it has the character: better marks than no report.
    if (!/could not be displayed|glyph|codepoint/i.test(describe(error))) throw error;
    glyphs.strict = true;
    pdf = compile(job, glyphs, []);
  }
  send({ length: pdf.length, missing: [...glyphs.missing] }, pdf);
}

function setter(more) {
  return NodeCompiler.create({ workspace: here, fontArgs: [{ fontBlobs: [...fonts, ...more].map(font => font.bytes) }] });
}

function setterOf(families, more) {
  if (more.length === 0) return usual;
  if (other.families !== families) other = { families, compiler: setter(more) };
  return other.compiler;
}

function compile(job, glyphs, more) {
  const families = more.map(font => font.family);
  const compiler = setterOf(families.join(), more);

  const report = printable(job.report, glyphs);
  const input = {
    report, accent: job.accent, timestamp: job.timestamp, cover: job.cover,
    families, attachment: job.attachment?.name ?? null, glyphMark: glyphs.missing.size > 0 ? mark : null,
  };
  shadow(compiler, 'report.json', Buffer.from(JSON.stringify(input)));
  if (job.attachment) shadow(compiler, 'attachment.bin', Buffer.from(job.attachment.bytes, 'base64'));
  try {
    const document = { mainFilePath: join(here, 'report.typ') };
    return job.cover ? Buffer.from(compiler.plainSvg(document)) : compiler.pdf(document, { pdfStandard: job.standard });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0); // the cache is global and would hold every report ever made
  }
}

function shadow(compiler, name, bytes) {
  compiler.mapShadow(join(here, name), bytes);
}

// `kind` is the name of a block in the template and `id`, `from`, `to` join clusters: they are never printed.
function printable(value, glyphs, key) {
  if (typeof value === 'string') return ['kind', 'id', 'from', 'to'].includes(key) ? value : glyphs.printable(value);
  if (Array.isArray(value)) return value.map(item => printable(item, glyphs, key));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, printable(item, glyphs, name)]));
  return value;
}

// The compiler puts its diagnostics into `code` and leaves the message empty.
function describe(error) {
  return String(error?.message || error?.code || error);
}

// Synchronous on purpose: nothing may slip between the line and the bytes.
function send(head, bytes) {
  for (const part of [Buffer.from(JSON.stringify(head) + '\n'), bytes ?? Buffer.alloc(0)])
    for (let sent = 0; sent < part.length;) {
      try {
        sent += writeSync(1, part, sent);
      } catch (error) {
        if (error.code !== 'EAGAIN') throw error;
      }
    }
}
