// A text in Markdown as blocks, for a preview: headings, lists and paragraphs, with their links.

/** @typedef {{ text: string, to?: string, strong?: boolean }} Piece */
/** @typedef {{ tag: string, items: Piece[][] }} Block */

const PIECE = /\[\[([a-z0-9:/-]+)(?:\|([^\]]+))?\]\]|\[([^\]]+)\]\(([^)\s]+)\)|\*\*([^*]+)\*\*/g;

/**
 * The pieces of a line.
 * @param {string} line
 * @param {Record<string, string>} titles the titles of entries by their ids
 */
export function pieces(line, titles) {
  /** @type {Piece[]} */
  const found = [];
  let end = 0;
  for (const match of line.matchAll(PIECE)) {
    const [whole, id, words, text, address, strong] = match;
    found.push({ text: line.slice(end, match.index) });
    end = match.index + whole.length;
    if (id) {
      found.push({ text: words ?? titles[id] ?? id, to: `#${id}` });
    } else if (text) {
      found.push({ text, to: /^https?:/.test(address ?? "") ? address ?? "#" : "#" });
    } else {
      found.push({ text: strong ?? "", strong: true });
    }
  }
  return [...found, { text: line.slice(end) }].filter(piece => piece.text);
}

/**
 * The blocks of a text. What is none of the three is a paragraph as it is written.
 * @param {string} text
 * @param {Record<string, string>} titles
 * @returns {Block[]}
 */
export function blocks(text, titles) {
  return text.split(/\n{2,}/).map(block => block.trim()).filter(block => block).map(block => {
    const heading = /^(#{1,4}) +(.*)$/.exec(block);
    if (heading) {
      return { tag: `h${(heading[1] ?? "").length}`, items: [pieces(heading[2] ?? "", titles)] };
    }
    const list = /^(?:[-*]|(\d+)\.) /.exec(block);
    if (list) {
      const items = block.split(/\n(?=(?:[-*]|\d+\.) )/).map(item => item.replace(/^(?:[-*]|\d+\.) +/, "").replace(/\s*\n\s*/g, " "));
      return { tag: list[1] ? "ol" : "ul", items: items.map(item => pieces(item, titles)) };
    }
    return { tag: "p", items: [pieces(block.replace(/\s*\n\s*/g, " "), titles)] };
  });
}
