// Reads parts of a page as an outline.
import { plain, tidied } from "./outline.js";

/** @typedef {import("./outline.js").Block} Block */
/** @typedef {import("./outline.js").Run} Run */

// Pictures have their words in a table beside them; the rest is for those who are on the page.
const LEFT_OUT = "svg, script, template, summary, .ls-definition, .ls-unseen, .ls-report, [hidden], a.ls-small[href^='#']";
const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dl, table, ul, ol, div, blockquote, pre, section, details, figure";

/**
 * The outline of some parts of the page, one after the other.
 * @param {Iterable<Element>} parts
 * @returns {Block[]}
 */
export function blocksOf(parts) { return Array.from(parts).flatMap(part => read(part, 0)); }

/**
 * @param {Element} part
 * @param {number} depth How many lists it lies in.
 * @returns {Block[]}
 */
function read(part, depth) {
  if (part.matches(LEFT_OUT)) { return []; }
  if (/^H[1-6]$/.test(part.tagName)) {
    return block({ kind: "heading", level: Number(part.tagName[1]), runs: runsOf(part) });
  }
  if (part instanceof HTMLTableElement) { return [{ kind: "table", rows: rowsOf(part) }]; }
  if (part.tagName === "DL") {
    return Array.from(part.querySelectorAll("dt")).flatMap(term => block({
      kind: "fact", label: wordsOf(term), runs: factRuns(term.nextElementSibling)
    }));
  }
  const lists = part.matches("ul, ol") ? depth + 1 : depth;
  const inner = Array.from(part.children).flatMap(child => child.matches(BLOCKS) ? read(child, lists) : []);
  const own = runsOf(part);
  if (part.tagName === "LI") {
    const nested = inner.filter(({ kind }) => kind === "item");
    return [...block({ kind: "item", level: depth, runs: own.length ? own : inner.flatMap(textOf) }), ...nested];
  }
  return [...block({ kind: "paragraph", runs: own }), ...inner];
}

/** @param {Block} one */
function textOf(one) { return "runs" in one && one.kind !== "item" ? one.runs : []; }

/**
 * A block, unless there is nothing in it.
 * @param {Exclude<Block, { kind: "table" }>} one
 * @returns {Block[]}
 */
function block(one) { return one.runs.length ? [one] : []; }

/**
 * The text of an element itself, without the blocks in it.
 * @param {Element} part
 * @returns {Run[]}
 */
function runsOf(part) {
  /** @type {Run[]} */
  const runs = [];
  for (const node of part.childNodes) {
    if (node instanceof Text) {
      runs.push({ text: node.data });
    } else if (node instanceof HTMLBRElement) {
      runs.push({ text: " " });
    } else if (node instanceof HTMLAnchorElement && !node.matches(LEFT_OUT)) {
      runs.push(runOf(node));
    } else if (node instanceof Element && !node.matches(`${LEFT_OUT}, ${BLOCKS}`)) {
      runs.push(...runsOf(node));
    }
  }
  return tidied(runs);
}

/**
 * A link within the page is no more than its words.
 * @param {HTMLAnchorElement} link
 * @returns {Run}
 */
function runOf(link) {
  const text = link.textContent || "";
  if ((link.getAttribute("href") || "").startsWith("#")) { return { text }; }
  return { text, href: link.href, outside: link.origin !== window.location.origin };
}

/**
 * Several values stand in one line, with commas between them.
 * @param {Element | null} value
 * @returns {Run[]}
 */
function factRuns(value) {
  if (!value) { return []; }
  const items = Array.from(value.querySelectorAll("li"), runsOf);
  return tidied([runsOf(value), ...items].filter(runs => runs.length)
    .flatMap((runs, at) => at ? [{ text: ", " }, ...runs] : runs));
}

/** @param {Element} part */
function wordsOf(part) { return (part.textContent || "").replace(/\s+/g, " ").trim(); }

/** @param {HTMLTableElement} table */
function rowsOf(table) { return Array.from(table.rows, row => Array.from(row.cells, cell => plain(runsOf(cell)))); }
