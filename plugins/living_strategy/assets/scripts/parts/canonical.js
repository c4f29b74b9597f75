// Lines of YAML from values and how their fields are to look, by the rules of editing/layout.py.
// Comments are for canonical-file.js. Keys that are whole numbers come first, as browsers have them.
import { WIDTH, canBeBlock, canBeFolded, folded, number, quoted, size } from "./yaml-text.js";

/**
 * How a field is written; the data come from editing/style.py.
 * @typedef {object} Style
 * @property {boolean} [is_number]
 * @property {boolean} [is_folded]
 * @property {boolean} [is_block]
 * @property {boolean} [is_listed]
 * @property {boolean} [is_on_one_line]
 * @property {[string, Style][]} [fields]
 * @property {Style} [each]
 */

// A value is a text, nothing, a list of values, or a mapping of names to values.
/** @typedef {any} Value */
/** @typedef {Record<string, Value>} Values */

const STEP = 2;
/** @type {Style} */
const DEFAULT = {};

/**
 * The lines of a text.
 * @param {Values} values
 * @param {Style} style
 * @returns {string[]}
 */
export function linesOf(values, style) {
  return mapping(values, style, 0);
}

/**
 * @param {Value} value
 * @returns {value is Values}
 */
const isMapping = value => value !== null && typeof value === "object" && !Array.isArray(value);

/**
 * @param {Value} value
 * @returns {boolean}
 */
function isEmpty(value) {
  if (Array.isArray(value)) {
    return !value.length;
  }
  return isMapping(value) ? Object.values(value).every(isEmpty) : value === null;
}

/**
 * @param {Values} values
 * @param {Style} style
 * @param {number} indent
 * @returns {string[]}
 */
function mapping(values, style, indent) {
  const known = new Map(style.fields || []);
  const names = [...known.keys(), ...Object.keys(values).filter(name => !known.has(name))];
  return names.flatMap(name => {
    const value = Object.hasOwn(values, name) ? values[name] ?? null : undefined;
    if (value === undefined || (!style.each && isEmpty(value))) {
      return [];
    }
    return valueLines(`${" ".repeat(indent)}${quoted(name, true)}:`, value, style.each || known.get(name) || DEFAULT, indent + STEP);
  });
}

/**
 * The lines of a value behind its key or hyphen; `indent` is that of what is below.
 * @param {string} head
 * @param {Value} value
 * @param {Style} style
 * @param {number} indent
 * @returns {string[]}
 */
function valueLines(head, value, style, indent) {
  if (value === null) {
    return [head.endsWith("-") ? `${head} null` : head];
  }
  if (typeof value === "string") {
    return scalar(head, value, style, indent);
  }
  if (isEmpty(value)) {
    return [`${head} ${Array.isArray(value) ? "[]" : "{}"}`];
  }
  if (isMapping(value)) {
    return [head, ...mapping(value, style, indent)];
  }
  const line = onOneLine(head, value, style);
  return line ? [line] : [head, ...list(value, style, indent)];
}

/**
 * @param {string} head
 * @param {string} whole
 * @param {Style} style
 * @param {number} indent
 */
function scalar(head, whole, style, indent) {
  const pad = " ".repeat(indent);
  // Readers of content take a line break at the end for none.
  const text = whole.replace(/\n+$/, "") || whole;
  if (style.is_number) {
    return [`${head} ${number(text)}`];
  }
  if ((text.includes("\n") || style.is_block) && canBeBlock(text)) {
    const sign = style.is_block || whole !== text ? "|" : "|-";
    return [`${head} ${sign}`, ...text.split("\n").map(line => line ? pad + line : "")];
  }
  if (isFolded(head, text, style, indent)) {
    return [`${head} >-`, ...folded(text, WIDTH - indent).map(line => pad + line)];
  }
  return [`${head} ${quoted(text)}`];
}

/**
 * @param {string} head
 * @param {string} text
 * @param {Style} style
 * @param {number} indent
 */
function isFolded(head, text, style, indent) {
  if (style.is_on_one_line || !canBeFolded(text)) {
    return false;
  }
  if (style.is_folded) {
    return true;
  }
  return size(head) + 1 + size(quoted(text)) > WIDTH && folded(text, WIDTH - indent).length > 1;
}

/**
 * A list on the line of its key or hyphen; empty if it has to stand below.
 * @param {string} head
 * @param {Value[]} items
 * @param {Style} style
 */
function onOneLine(head, items, style) {
  if (style.is_listed || items.some(item => item !== null && typeof item === "object")) {
    return "";
  }
  const line = `${head} [${items.map(item => typeof item === "string" ? quoted(item, true) : "null").join(", ")}]`;
  return size(line) <= WIDTH ? line : "";
}

/**
 * @param {Value[]} items
 * @param {Style} style
 * @param {number} indent
 * @returns {string[]}
 */
function list(items, style, indent) {
  const head = `${" ".repeat(indent)}-`;
  return items.flatMap(item => {
    const isBelow = item !== null && typeof item === "object" && !isEmpty(item)
      && (isMapping(item) || !onOneLine(head, item, style));
    if (!isBelow) {
      return valueLines(head, item, style, indent + STEP);
    }
    /** @type {string[]} */
    const lines = isMapping(item) ? mapping(item, style, indent + STEP) : list(item, style, indent + STEP);
    return [`${head} ${(lines[0] || "").slice(indent + STEP)}`, ...lines.slice(1)];
  });
}
