// Comments and blank lines of a file in its canonical form, kept while the values around them change.

/**
 * What stands before and behind the lines of a canonical text. The last list of `before` is what stands
 * at the end. Null if the text has not the form, so that nobody knows what its comments belong to.
 * @param {string[]} written the lines of the file
 * @param {string[]} lines its lines without comments
 */
function remarksOf(written, lines) {
  /** @type {string[][]} */
  const before = [[]];
  /** @type {string[]} */
  const behind = [];
  for (const line of written) {
    const next = lines[behind.length];
    if (next !== undefined && (line === next || line.startsWith(`${next}  #`))) {
      behind.push(line.slice(next.length));
      before.push([]);
    } else if (/^ *(?:#|$)/.test(line)) {
      before[behind.length]?.push(line);
    } else {
      return null;
    }
  }
  return behind.length === lines.length ? { before, behind } : null;
}

/**
 * For each line, the place of the same line in the new text; -1 where it is gone.
 * @param {string[]} old
 * @param {string[]} lines
 */
function places(old, lines) {
  const found = old.map(() => -1);
  let start = 0;
  while (start < old.length && start < lines.length && old[start] === lines[start]) {
    found[start] = start;
    start += 1;
  }
  let end = 0;
  while (end < Math.min(old.length, lines.length) - start && old[old.length - 1 - end] === lines[lines.length - 1 - end]) {
    end += 1;
    found[old.length - end] = lines.length - end;
  }
  const a = old.slice(start, old.length - end), b = lines.slice(start, lines.length - end);
  // The longest common part of what is left, line by line from the end.
  const longest = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (/** @type {number} */ i, /** @type {number} */ j) => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = longest[i];
    for (let j = b.length - 1; row && j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      found[start + i++] = start + j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return found;
}

/**
 * The key that a line begins with, as far in as it stands; empty if it has none.
 * @param {string} line
 */
const keyOf = line => /^ *(?:- )?[\w-]+:/.exec(line)?.[0] ?? "";

/**
 * The new lines with the comments of the old text. Null if it has comments and not the canonical form.
 * @param {string[]} written the lines of the file as it was
 * @param {string[]} old the same without comments
 * @param {string[]} lines those to be written
 */
export function withRemarks(written, old, lines) {
  const remarks = remarksOf(written, old);
  if (!remarks) {
    return written.some(line => /^ *#| {2}#/.test(line)) ? null : lines;
  }
  const found = places(old, lines);
  const taken = new Set(found);
  /** @type {string[][]} */
  const before = Array.from({ length: lines.length + 1 }, () => []);
  const behind = lines.map(() => "");
  let next = 0;
  old.forEach((line, number) => {
    let place = found[number] ?? -1;
    // A line with another value is still the line of its key.
    if (place < 0 && keyOf(line)) {
      place = lines.findIndex((other, at) => at >= next && !taken.has(at) && keyOf(other) === keyOf(line));
      if (place >= 0) {
        taken.add(place);
      }
    }
    if (place >= 0) {
      next = Math.max(next, place + 1);
    }
    const stood = remarks.before[number] ?? [];
    before[place >= 0 ? place : Math.min(next, lines.length)]?.push(...stood);
    if (place >= 0) {
      behind[place] = remarks.behind[number] ?? "";
    } else if (remarks.behind[number]) {
      before[Math.min(next, lines.length)]?.push(remarks.behind[number].trim());
    }
  });
  before[lines.length]?.push(...remarks.before[old.length] ?? []);
  return [...lines.flatMap((line, number) => [...before[number] ?? [], line + (behind[number] ?? "")]), ...before[lines.length] ?? []];
}
