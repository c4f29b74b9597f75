// What is copied of a page: an outline of blocks, written as plain text and as HTML for documents.

/**
 * A piece of a text, with the address that it leads to, if any. `outside` tells that it leads to
 * another site, which plain text then names.
 * @typedef {{ text: string, href?: string, outside?: boolean }} Run
 */

/**
 * `level` is that of a heading, or how deep an item lies, from 1. A fact has a label; rows have cells.
 * @typedef {{ kind: "heading", level: number, runs: Run[] }
 *   | { kind: "paragraph", runs: Run[] }
 *   | { kind: "item", level: number, runs: Run[] }
 *   | { kind: "fact", label: string, runs: Run[] }
 *   | { kind: "table", rows: string[][] }} Block
 */

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/**
 * Runs without white space at their ends, and none of it twice.
 * @param {readonly Run[]} runs
 * @returns {Run[]}
 */
export function tidied(runs) {
  /** @type {Run[]} */
  const tidy = [];
  let isOpen = false;
  for (const run of runs) {
    let text = run.text.replace(/\s+/g, " ");
    if (!isOpen) { text = text.replace(/^ /, ""); }
    if (text) {
      tidy.push({ ...run, text });
      isOpen = !text.endsWith(" ");
    }
  }
  const last = tidy.at(-1);
  if (last) { last.text = last.text.replace(/ $/, ""); }
  return tidy.filter(({ text }) => text);
}

/**
 * The words, with the addresses of other sites.
 * @param {readonly Run[]} runs
 */
export function plain(runs) {
  return runs.map(({ text, href, outside }) => outside && href && href !== text ? `${text} (${href})` : text).join("");
}

/** @param {readonly Run[]} runs */
function marked(runs) {
  return runs.map(({ text, href }) => href ? `<a href="${escaped(href)}">${escaped(text)}</a>` : escaped(text)).join("");
}

/**
 * Plain text, for a form or an e-mail: items begin with a hyphen, and an empty line parts what does
 * not belong together.
 * @param {readonly Block[]} blocks
 */
export function asText(blocks) {
  let text = "", before = "";
  for (const block of blocks) {
    const together = block.kind === before && (block.kind === "item" || block.kind === "fact");
    text += `${text && (together ? "\n" : "\n\n")}${line(block)}`;
    before = block.kind;
  }
  return `${text}\n`;
}

/** @param {Block} block */
function line(block) {
  switch (block.kind) {
    case "item": return `${"  ".repeat(block.level - 1)}- ${plain(block.runs)}`;
    case "fact": return `${block.label}: ${plain(block.runs)}`;
    case "table": return block.rows.map(cells => cells.join("\t")).join("\n");
    default: return plain(block.runs);
  }
}

/**
 * HTML that word processors take: headings, paragraphs, lists, links and tables, and nothing else. An item
 * is open until the next one, for what lies below it.
 * @param {readonly Block[]} blocks
 */
export function asHtml(blocks) {
  let html = "", depth = 0;
  for (const block of blocks) {
    const level = block.kind === "item" ? block.level : 0;
    html += "</li></ul>".repeat(Math.max(depth - level, 0));
    html += level && level <= depth ? "</li>" : "<ul>".repeat(Math.max(level - depth, 0));
    html += element(block);
    depth = level;
  }
  return html + "</li></ul>".repeat(depth);
}

/** @param {Block} block */
function element(block) {
  switch (block.kind) {
    case "heading": return `<h${block.level}>${marked(block.runs)}</h${block.level}>`;
    case "item": return `<li>${marked(block.runs)}`;
    case "fact": return `<p><strong>${escaped(block.label)}:</strong> ${marked(block.runs)}</p>`;
    case "table": return `<table>${block.rows.map(cells =>
      `<tr>${cells.map(cell => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`;
    default: return `<p>${marked(block.runs)}</p>`;
  }
}
