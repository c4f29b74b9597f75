// Words as they are compared.

/**
 * The text without marks on its letters, so that a keyboard without them will do.
 * @param {string} text
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
    .replace(/æ/g, "ae").replace(/ø/g, "o").replace(/đ/g, "d").replace(/ŋ/g, "n").replace(/ŧ/g, "t")
    .trim();
}

/**
 * The name of a place, folded, without the word for what it is: «Bodø kommune» is Bodø.
 * @param {string} text
 */
export function foldPlace(text) {
  return fold(text).replace(/\s+(fylkes)?kommune$/, "");
}

/**
 * The words of a text, in lower case.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
}
