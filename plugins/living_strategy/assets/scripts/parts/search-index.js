// The index: Pagefind, asked for every word and its relatives, and what a page is worth for them.
import { NAMED, PART, evidence, named, order, ranked, weight } from "./search-ranking.js";

/**
 * What we use of Pagefind.
 * @typedef {{ url: string, content: string, meta: { title?: string, summary?: string } }} Fragment
 * @typedef {{ id: string, score: number, data: () => Promise<Fragment> }} Result
 * @typedef {{ search: (query: string | null, options?: { sort: Record<string, "asc" | "desc"> })
 *   => Promise<{ results: Result[] }> }} Pagefind
 */

/** @typedef {import("./search-words.js").SearchWords} SearchWords */
/** @typedef {import("./search-words.js").Alternative} Alternative */
/** @typedef {import("./search-words.js").Unit} Unit */
/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {{ score: number, result: Result }} Hit */
/** @typedef {import("./search-ranking.js").Ranked & { result: Result }} Found */

const SHORT = 3;
const SIDE_BY_SIDE = 1.5;
// What is left of an expression when its words stand in different places.
const APART = 0.3;
// What a word that says nothing is worth in a title or summary: «hvem», «hvordan».
const QUESTION = 0.05;
// So many pages are read, by title and summary, before they are put in order; most of them are shown.
const READ = 15;
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
    if (/\d/.test(word)) { return undefined; }
    const answers = this.words.answers(word, typed && word.length > SHORT);
    const sets = await Promise.all(answers.map(one => this.phrase(one)));
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
  async alternative({ terms, worth, typed, together = [] }) {
    const [sets, side] = await Promise.all([
      Promise.all(terms.map(word => this.term(word, typed))),
      Promise.all(together.map(words => this.phrase(words)))
    ]);
    /** @type {Map<string, Hit>} */
    const pages = new Map();
    for (const [id, first] of sets[0]) {
      const hits = sets.flatMap(one => one.get(id) || []);
      if (hits.length === sets.length) {
        // The geometric mean: one word in the title is no answer for another that is barely there.
        const product = hits.reduce((total, hit) => total * hit.score, 1);
        const whole = !side.length || side.some(some => some.has(id)) ? 1 : APART;
        pages.set(id, { score: whole * worth * product ** (1 / terms.length), result: first.result });
      }
    }
    return pages;
  }

  /**
   * Pages by how well they answer. Those with all words of the query come before those with some;
   * of these, a rare word says more of what somebody looks for than a common one.
   * @param {string} query
   * @returns {Promise<Found[]>}
   */
  async search(query) {
    const units = this.words.units(query);
    /** @type {Map<string, Result>} */
    const results = new Map();
    const answers = await Promise.all(units.map(async unit => {
      const sets = await Promise.all(unit.alternatives.map(one => this.alternative(one)));
      for (const [id, { result }] of sets.flatMap(set => [...set])) { results.set(id, result); }
      return { unit, best: evidence(sets, this.size) };
    }));
    const phrases = await Promise.all(this.words.phrases(query).map(words => this.phrase(words)));
    const pages = [...ranked(answers, this.size).values()]
      .map(page => ({ ...page, result: /** @type {Result} */ (results.get(page.id)) }));
    const many = units.filter(unit => !unit.bonus).length > 2;
    for (const page of pages) {
      if (phrases.some(some => some.has(page.id))) { page.score *= SIDE_BY_SIDE; }
      page.score *= WEIGHTS[this.facets.kind(page.id)] || 1;
      // A list has the words of all that it lists: that it has many words together says nothing.
      if (many && this.facets.isList(page.id)) { page.rank = PART; }
      if (this.words.isName(query, this.facets.name(page.id))) { page.rank = NAMED; }
    }
    const asked = answers
      .map(({ unit, best }) => ({ unit, says: unit.bonus ? QUESTION : weight(best.size, this.size) }));
    const sorted = pages.sort(order), first = sorted.slice(0, READ);
    await Promise.all(first.map(page => this.read(page, asked)));
    return [...first.sort(order), ...sorted.slice(READ)];
  }

  /**
   * Put a page where its title and summary say that it belongs.
   * @param {Found} page
   * @param {readonly { unit: Unit, says: number }[]} asked
   */
  async read(page, asked) {
    const { meta } = await page.result.data();
    const { raise, isSame } = named({ title: meta.title || "", summary: meta.summary || "" }, asked, this.words);
    page.score *= raise;
    if (isSame) { page.rank = NAMED; }
  }
}
