// The index: Pagefind, asked for every word and its relatives, and what a page is worth for them.

/**
 * What we use of Pagefind.
 * @typedef {{ url: string, content: string, meta: { title?: string, summary?: string } }} Fragment
 * @typedef {{ id: string, score: number, data: () => Promise<Fragment> }} Result
 * @typedef {{ search: (query: string | null, options?: { sort: Record<string, "asc" | "desc"> })
 *   => Promise<{ results: Result[] }> }} Pagefind
 */

/** @typedef {import("./search-words.js").SearchWords} SearchWords */
/** @typedef {import("./search-words.js").Alternative} Alternative */
/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {{ score: number, result: Result }} Hit */
/** @typedef {{ id: string, score: number, answered: number, result: Result }} Found */

const SHORT = 3;
const SIDE_BY_SIDE = 1.5;
// What a page gains from further relatives of a word beside the best one.
const ALSO = 0.4;
// A page says something about a word when it is worth this much of the best one for it: a list of
// everything has every word once.
const ENOUGH = 0.03;
// A word that this share of all pages have tells none of them apart.
const COMMON = 0.5;
// The strategy itself before what it refers to, and answers before lists of links.
/** @type {Readonly<Record<string, number>>} */
const WEIGHTS = {
  organisation: 0.6, term: 0.6, body: 0.7, component: 0.8, framework: 0.9, network: 0.9, overview: 0.5
};

export class SearchIndex {
  /**
   * @param {Pagefind} pagefind
   * @param {SearchWords} words
   * @param {Facets} facets
   * @param {number} size How many pages there are.
   */
  constructor(pagefind, words, facets, size) {
    this.pagefind = pagefind;
    this.words = words;
    this.facets = facets;
    this.size = size;
    /** @type {Map<string, Promise<Map<string, Hit>>>} */
    this.found = new Map();
    /** @type {Map<string, Promise<Set<string>>>} */
    this.exact = new Map();
  }

  /**
   * Pages with a word: their scores, and what to fetch.
   * @param {string} word
   * @param {boolean} [typed]
   * @returns {Promise<Map<string, Hit>>}
   */
  term(word, typed) {
    const key = `${word} ${Boolean(typed)}`;
    let found = this.found.get(key);
    if (!found) {
      found = Promise.all([this.pagefind.search(word), this.holders(word, typed)])
        .then(([{ results }, holders]) => new Map(results
          .filter(({ id }) => !holders || holders.has(id))
          .map(result => [result.id, { score: result.score, result }])));
      this.found.set(key, found);
    }
    return found;
  }

  /**
   * Pages that have the word, a form of it or a compound with it. Pagefind ranks pages by every word
   * that begins like its stem, so what it gives may have nothing but another word. Short words are
   * taken as they are: «KI» is not the beginning of «kirke».
   * @param {string} word
   * @param {boolean} [typed]
   * @returns {Promise<Set<string> | undefined>}
   */
  async holders(word, typed) {
    if (word.length <= SHORT) { return this.phrase(word); }
    if (/\d/.test(word)) { return undefined; }
    const sets = await Promise.all(this.words.answers(word, typed).map(one => this.phrase(one)));
    return new Set(sets.flatMap(ids => [...ids]));
  }

  /**
   * Pages where these words stand side by side. Pagefind does not rank them.
   * @param {string} words
   * @returns {Promise<Set<string>>}
   */
  phrase(words) {
    let found = this.exact.get(words);
    if (!found) {
      found = this.pagefind.search(`"${words}"`)
        .then(({ results }) => new Set(results.map(({ id }) => id)));
      this.exact.set(words, found);
    }
    return found;
  }

  /**
   * Pages that have all words of an alternative.
   * @param {Alternative} wanted
   */
  async alternative({ terms, worth, typed }) {
    const sets = await Promise.all(terms.map(word => this.term(word, typed)));
    /** @type {Map<string, Hit>} */
    const pages = new Map();
    for (const [id, first] of sets[0]) {
      const hits = sets.flatMap(one => one.get(id) || []);
      if (hits.length === sets.length) {
        // The geometric mean: one word in the title is no answer for another that is barely there.
        const product = hits.reduce((total, hit) => total * hit.score, 1);
        pages.set(id, { score: worth * product ** (1 / terms.length), result: first.result });
      }
    }
    return pages;
  }

  /** @param {number} count */
  rarity(count) { return Math.log(1 + (this.size - count + 0.5) / (count + 0.5)); }

  /**
   * Pages by how well they answer. Those with all words of the query come before those with some;
   * of these, a rare word says more of what somebody looks for than a common one.
   * @param {string} query
   * @returns {Promise<Found[]>}
   */
  async search(query) {
    const units = this.words.units(query);
    /** @type {Map<string, Found>} */
    const pages = new Map();
    const asked = units.filter(unit => !unit.bonus).length;
    for (const unit of units) {
      /** @type {Map<string, { score: number, rest: number, result: Result }>} */
      const best = new Map();
      const sets = await Promise.all(unit.alternatives.map(one => this.alternative(one)));
      const rarity = sets.map(found => this.rarity(found.size));
      sets.forEach((found, place) => {
        // A rarer relative is not worth more than the word itself because it is rarer.
        const worth = sets[0].size ? Math.min(1, rarity[0] / rarity[place]) : 1;
        for (const [id, hit] of found) {
          const score = worth * hit.score, so = best.get(id) || { score: 0, rest: 0, result: hit.result };
          if (score > so.score) {
            best.set(id, { score, rest: so.rest + so.score, result: hit.result });
          } else {
            so.rest += score;
          }
        }
      });
      const says = unit.bonus ? 1 : this.rarity(best.size) / this.rarity(1);
      const enough = best.size > this.size * COMMON ? 0 : ENOUGH * Math.max(...[...best.values()].map(hit => hit.score));
      for (const [id, hit] of best) {
        if (!unit.finds && !pages.has(id)) { continue; }
        const page = pages.get(id) || { id, score: 0, answered: 0, result: hit.result };
        page.score += says * (hit.score + ALSO * hit.rest);
        page.answered += unit.bonus || hit.score < enough ? 0 : 1;
        pages.set(id, page);
      }
    }
    const phrases = await Promise.all(this.words.phrases(query).map(words => this.phrase(words)));
    for (const page of pages.values()) {
      if (phrases.some(some => some.has(page.id))) { page.score *= SIDE_BY_SIDE; }
      page.score *= WEIGHTS[this.facets.kind(page.id)] || 1;
    }
    const most = Math.max(...[...pages.values()].map(page => page.score));
    for (const page of pages.values()) {
      // The page that is called what was typed is what was meant. A list has the words of all that it
      // lists: that it has many words together says nothing.
      if (this.words.isName(query, this.facets.name(page.id))) { page.answered = units.length + 1; }
      else if (asked > 2 && this.facets.isList(page.id) && page.score < most) { page.answered -= 1; }
    }
    return [...pages.values()].sort((one, other) =>
      other.answered - one.answered || other.score - one.score || (one.id < other.id ? -1 : 1));
  }
}
