// The chain of a box on the map: all that it serves, and all that serves it.

/** A line from a box to one that serves it. @typedef {readonly [string, string]} Link */

/**
 * All boxes that one leads to, itself among them.
 * @param {string} start
 * @param {ReadonlyMap<string, readonly string[]>} next
 */
function reach(start, next) {
  const found = new Set([start]);
  for (const box of found) {
    for (const other of next.get(box) || []) { found.add(other); }
  }
  return found;
}

/**
 * Where each box leads, one way.
 * @param {Iterable<Link>} links
 * @returns {Map<string, string[]>}
 */
function neighbours(links) {
  const found = new Map();
  for (const [from, to] of links) { found.set(from, [...(found.get(from) || []), to]); }
  return found;
}

/**
 * The boxes and the lines of a chain. A line belongs to it when both its ends lie on one side.
 * @param {readonly Link[]} links
 * @param {string} start
 */
export function chain(links, start) {
  const below = reach(start, neighbours(links));
  const above = reach(start, neighbours(links.map(([from, to]) => [to, from])));
  return {
    boxes: new Set([...above, ...below]),
    lines: links.filter(link => [above, below].some(side => link.every(end => side.has(end))))
  };
}
