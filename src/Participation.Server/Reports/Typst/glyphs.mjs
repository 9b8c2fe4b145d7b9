// Makes every string printable: what no font can draw becomes a visible mark, never a failed export.
export const mark = '\uFFFD';

const mostMarksOnOneLetter = 6; // Vietnamese, Hebrew and Thai need fewer; a flood would paint over its neighbours
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

// What a text costs the typesetter goes by its characters, of which one sign may be made of thirty. No language needs, over a whole text, more than one and a half
// besides each letter; where there are more, a few hundred such texts would take the time of a report of ten thousand.
const freePieces = 60, mostPieces = 1.5;

// Controls, surrogates, private use, noncharacters and the two bidi overrides: no font may draw them, PDF/UA refuses them.
const forbidden = /[\p{Cs}\p{Co}\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFF9-\uFFFB\u202D\u202E\uFDD0-\uFDEF]|[\uFFFE\uFFFF\u{1FFFE}\u{1FFFF}]/u;
// Invisible by design: direction embeddings could reorder what stands beside them, the rest means nothing on paper.
const dropped = /[\uFEFF\u202A-\u202C\u2066-\u2069\u206A-\u206F\u2060-\u2064\u180E\u{E0000}-\u{E0FFF}\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}]/gu;
const joiners = /[\u200B-\u200F\u00AD\u061C\uFE00-\uFE0F\u034F]/u;
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const combining = /\p{M}/u;

export class Glyphs {
  // `more`: fonts of scripts that this report needs besides.
  constructor(fonts, more = []) {
    this.fonts = [...fonts, ...more].map(font => font.has);
    this.plain = new Set([...fonts.find(font => font.family === 'noto-sans').has].filter(c => c >= 0x20 && !combining.test(String.fromCodePoint(c))
      && !forbidden.test(String.fromCodePoint(c)) && !String.fromCodePoint(c).match(dropped)));
    this.missing = new Set();
    this.strict = false; // second try: keep only what the main font draws
  }

  printable(text) {
    if (this.isPlain(text)) return breakable(text);
    const clean = text.replace(lineEnds, '\n').replaceAll('\t', ' ').replace(dropped, '');
    const signs = Array.from(graphemes.segment(clean), part => part.segment);
    const [plain, left] = isFlood(signs) ? thinned(signs) : [signs, []];
    return breakable(plain.map(sign => this.cluster(sign)).join('') + this.stand(...left));
  }

  isPlain(text) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 0xFFFD || !(c === 10 || this.plain.has(c))) return false;
    }
    return true;
  }

  // One font must draw the whole cluster: the typesetter does not take a letter from one font and its mark from another.
  cluster(text) {
    if (text === '\n') return text;
    const characters = Array.from(text);
    if (characters.length <= 1 + mostMarksOnOneLetter && this.canDraw(characters)) {
      if (text.includes(mark)) this.missing.add(mark);
      return text;
    }
    const seen = characters.filter(c => !joiners.test(c));
    const [letters, marks] = [seen.filter(c => !combining.test(c)), seen.filter(c => combining.test(c))];
    // A pile keeps the letter with its first marks, and one sign stands for all the others: a sign for each would be a flood too.
    const few = [...letters, ...marks.slice(0, mostMarksOnOneLetter)];
    if (letters.length <= 1 && this.canDraw(few)) return few.join('') + this.stand(...marks.slice(mostMarksOnOneLetter));
    return letters.map(c => this.canDraw([c]) ? c : this.stand(c)).join('') + this.stand(...marks);
  }

  canDraw(characters) {
    const seen = characters.filter(c => !joiners.test(c));
    if (seen.some(c => forbidden.test(c))) return false;
    if (this.strict) return seen.every(c => this.plain.has(c.codePointAt(0)));
    return this.fonts.some(font => seen.every(c => font.has(c.codePointAt(0))));
  }

  // One mark for what cannot be drawn, nothing for nothing.
  stand(...characters) {
    for (const character of characters) this.missing.add(character);
    return characters.length > 0 ? mark : '';
  }
}

// More pieces than letters, and more than a few families or accents in piles are.
function isFlood(signs) {
  const pieces = signs.reduce((sum, sign) => sum + Array.from(sign).length - 1, 0);
  return pieces > freePieces && pieces > mostPieces * signs.length;
}

// Of each sign the letter stays with its first mark; what is left out stands behind the text as one.
function thinned(signs) {
  const left = [];
  const plain = signs.map(sign => {
    const [letter, ...pieces] = Array.from(sign).filter(c => !joiners.test(c));
    if (letter === undefined) return '';
    const kept = pieces.length > 0 && combining.test(pieces[0]) ? 1 : 0;
    left.push(...pieces.slice(kept));
    return letter + pieces.slice(0, kept).join('');
  });
  return [plain, left];
}

// Written without blanks: the typesetter knows where their words end.
const parting = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const hyphenated = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

// Invisible break places: between marks, after the joints of an address, and every 12 letters of Latin (6 of others,
// which are wider) in what no hyphenation can part.
function breakable(text) {
  if (text.length < 4) return text;
  const apart = text.includes(mark) ? text.replace(/\uFFFD(?=\uFFFD)/g, '\uFFFD\u200B') : text;
  if (apart.length < 17) return apart;
  return apart
    .replace(/[^\s\u200B]{17,}/gu, run => /[\d/_.=&@]/.test(run) ? run.replace(/[/_.=&@?,]+(?=.)/g, '$&\u200B') : run)
    .replace(/[^\s\u200B]{17,}/gu, run => {
      const latin = hyphenated.test(run);
      if (parting.test(run) || latin && run.length < 33) return run;
      return Array.from(graphemes.segment(run), (g, i) => i > 0 && i % (latin ? 12 : 6) === 0 ? '\u200B' + g.segment : g.segment).join('');
    });
}
