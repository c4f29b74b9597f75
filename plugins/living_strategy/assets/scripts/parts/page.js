// What every script does with the page.

/**
 * The first part of a page that fits, which the template promises.
 * @template {Element} T
 * @param {ParentNode} from
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function part(from, selector, kind) {
  const found = from.querySelector(selector);
  if (!(found instanceof kind)) { throw new Error(`The page has no ${selector}`); }
  return found;
}

/**
 * A new element. Texts are texts, never markup.
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 * @param {...(string | Node)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) { made.setAttribute(key, value); }
  made.append(...children);
  return made;
}

/**
 * The status of an entry as a badge, as `state` in site/page_words.py writes it.
 * @param {string} status
 * @param {string} words
 * @param {boolean} isDoubtful
 */
export function badge(status, words, isDoubtful) {
  return element("span", { class: `ls-status ls-status--${status}${isDoubtful ? " ls-older" : ""}` }, words);
}

/**
 * A file of the site as JSON.
 * @param {string | URL} address
 */
export async function json(address) {
  const reply = await fetch(address);
  if (!reply.ok) { throw new Error(`${address}: ${reply.status}`); }
  return reply.json();
}

/**
 * A sentence of the page with its places filled in.
 * @param {string | undefined} sentence
 * @param {Record<string, string | number>} values
 */
export function say(sentence, values) {
  return (sentence || "").replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
