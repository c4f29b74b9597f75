// The words around most of what was found, with marks on it. Pagefind's own excerpts mark every word
// that begins like the stem of one.

/** @typedef {{ folded: string, from: number, to: number }} PlacedWord */
/** A piece of a text; whether it is marked. @typedef {{ text: string, isMarked: boolean }} Piece */

// How many words are shown, and how many of them before what was found.
const AROUND = 30;
const BEFORE = 5;

/**
 * The words of a text, in lower case, with the places they stand at.
 * @param {string} text
 * @returns {PlacedWord[]}
 */
export function placedWords(text) {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(found =>
    ({ folded: found[0].toLowerCase(), from: found.index, to: found.index + found[0].length }));
}

/**
 * @param {string} text
 * @param {readonly PlacedWord[]} words
 * @param {(word: string) => boolean} isMarked
 * @returns {Piece[]}
 */
export function excerpt(text, words, isMarked) {
  const hits = words.flatMap((word, place) => isMarked(word.folded) ? [place] : []);
  let best = 0, start = 0;
  for (const hit of hits) {
    const from = Math.max(0, hit - BEFORE), inside = hits.filter(one => one >= from && one < from + AROUND);
    const worth = new Set(inside.map(one => words[one].folded)).size + inside.length / AROUND;
    if (worth > best) { best = worth; start = from; }
  }
  const shown = words.slice(start, start + AROUND);
  const from = shown[0]?.from || 0, to = shown.at(-1)?.to || 0;
  return [{ text: "… ", isMarked: false }, ...marked(text, shown, isMarked, from, to), { text: " …", isMarked: false }];
}

/**
 * A part of a text, with marks on some of its words.
 * @param {string} text
 * @param {readonly PlacedWord[]} words
 * @param {(word: string) => boolean} isMarked
 * @param {number} [from]
 * @param {number} [to]
 * @returns {Piece[]}
 */
export function marked(text, words, isMarked, from = 0, to = text.length) {
  /** @type {Piece[]} */
  const pieces = [];
  let at = from;
  for (const word of words.filter(one => isMarked(one.folded))) {
    pieces.push({ text: text.slice(at, word.from), isMarked: false });
    pieces.push({ text: text.slice(word.from, word.to), isMarked: true });
    at = word.to;
  }
  return [...pieces, { text: text.slice(at, to), isMarked: false }].filter(piece => piece.text);
}
