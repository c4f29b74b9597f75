// Rows of a list: which of them fit, in which order, and as a file.

/**
 * A row as it is compared: its words, its values by facet, its cells.
 * @typedef {{ text: string, values: Record<string, string[]>, cells: string[] }} Row
 */

/**
 * Whether a row has all the words and the chosen values; `except` names a facet that is left out.
 * @param {Row} row
 * @param {string} words
 * @param {Record<string, string>} choices
 * @param {string} [except]
 */
export function fits(row, words, choices, except) {
  return words.toLowerCase().split(/\s+/).every(word => row.text.includes(word))
    && Object.entries(choices).every(([name, value]) =>
      name === except || !value || (row.values[name] || []).includes(value));
}

/**
 * How many rows each value of a facet would leave, with the other choices as they are.
 * @param {readonly Row[]} rows
 * @param {string} words
 * @param {Record<string, string>} choices
 * @param {string} facet
 * @returns {Map<string, number>}
 */
export function counts(rows, words, choices, facet) {
  const found = new Map();
  for (const row of rows.filter(one => fits(one, words, choices, facet))) {
    for (const value of row.values[facet] || []) { found.set(value, (found.get(value) || 0) + 1); }
  }
  return found;
}

/**
 * The numbers of the rows in order. `sorting` is a column, counted from 1; below zero from the last
 * to the first, and 0 as they came.
 * @param {readonly Row[]} rows
 * @param {number} sorting
 * @param {(one: string, other: string) => number} compare
 */
export function order(rows, sorting, compare) {
  const column = Math.abs(sorting) - 1, sign = Math.sign(sorting);
  return [...rows.keys()].sort((one, other) => sorting
    ? sign * compare(rows[one].cells[column], rows[other].cells[column]) || one - other
    : one - other);
}

/**
 * The column to sort by that an address asks for, of those there are.
 * @param {string} asked
 * @param {number} columns
 */
export function sortingFrom(asked, columns) {
  const sorting = parseInt(asked, 10) || 0;
  return Math.abs(sorting) > columns ? 0 : sorting;
}

/**
 * What a spreadsheet would take for a formula is kept as text, also behind a semicolon, which
 * divides cells in Norwegian ones. The same rule as in csv_tables.py.
 * @param {string} text
 */
export function guarded(text) {
  const plain = text.replace(/\s+/g, " ").trim().replace(/;(?="*[=+@-])/g, ";'");
  return /^[=+@-]/.test(plain) && !/^[+-]?[0-9]+([.,][0-9]+)?$/.test(plain) ? `'${plain}` : plain;
}

/**
 * The file of a table, as Norwegian spreadsheets open it: semicolons between the cells.
 * @param {readonly (readonly string[])[]} lines
 */
export function csv(lines) {
  const cell = (/** @type {string} */ text) => `"${guarded(text).replace(/"/g, '""')}"`;
  return `\ufeff${lines.map(cells => `${cells.map(cell).join(";")}\r\n`).join("")}`;
}
