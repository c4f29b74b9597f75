// A value as YAML, by the rules of editing/quoting.py: the same text gives the same bytes here and there.

export const WIDTH = 120;

const WORDS = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ""]);
// What Python takes for a space; browsers think otherwise of a few.
const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const EDGES = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");
const OPENING = /^(?:\p{L}|[«(/§–…’“„0-9])/u;
// What some reader takes for a number, a time or a date.
const NUMERIC = new RegExp("^(?:[-+]?(?:0[xob][0-9a-f_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?(?:e[-+]?[0-9]+)?"
  + "|[0-9]+(?::[0-5]?[0-9])+(?:\\.[0-9]*)?)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ].*)?)$", "i");
const ENDING = new RegExp(`:(?:${SPACE}|$)|${SPACE}#|[\\t\\n\\r]`);
const IN_LIST = /^[A-Za-zÆØÅæøå0-9][A-Za-zÆØÅæøå0-9 /._-]*$/;
const BARE_NUMBER = /^(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)$/;
// What no text without an escape holds in all versions of YAML; tabs and line breaks apart.
// eslint-disable-next-line no-control-regex
const ODD = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\p{Cs}/u;
const BREAK = new RegExp(`(?<!${SPACE}) (?!${SPACE})`);

/**
 * The text without spaces at its ends.
 * @param {string} text
 */
const stripped = text => text.replace(EDGES, "");

/**
 * How many characters it has.
 * @param {string} text
 */
export const size = text => [...text].length;

/**
 * @param {string} text
 * @param {boolean} inList
 */
function isPlain(text, inList) {
  if (WORDS.has(text.toLowerCase()) || text !== stripped(text) || ODD.test(text)) {
    return false;
  }
  if (!OPENING.test(text) || NUMERIC.test(text) || ENDING.test(text)) {
    return false;
  }
  return !inList || IN_LIST.test(text);
}

/**
 * A text on one line.
 * @param {string} text
 * @param {boolean} [inList]
 */
export function quoted(text, inList = false) {
  return isPlain(text, inList) ? text : JSON.stringify(text);
}

/**
 * A number or a date: bare, unless some reader would take it for another one.
 * @param {string} text
 */
export function number(text) {
  return BARE_NUMBER.test(text) ? text : quoted(text);
}

/**
 * Whether the lines of a text say the same as a block.
 * @param {string} text
 */
export function canBeBlock(text) {
  const lines = text.split("\n");
  const last = lines[lines.length - 1] || "";
  return Boolean(stripped(lines[0] || "") && stripped(last) && stripped(text.charAt(0)) && !ODD.test(text)
    && lines.every(line => !line || stripped(line)));
}

/**
 * Whether a text is the same when it has been folded.
 * @param {string} text
 */
export function canBeFolded(text) {
  return text.includes(" ") && text === stripped(text) && !/[\t\n]/.test(text) && !ODD.test(text);
}

/**
 * The lines of a folded text, each at most so wide if its words are.
 * @param {string} text
 * @param {number} width
 */
export function folded(text, width) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(BREAK)) {
    if (line && size(line) + 1 + size(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, line];
}
