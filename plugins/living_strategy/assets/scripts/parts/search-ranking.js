// What makes one page a better answer than another: pure arithmetic over what the index says.

import { wordsOf } from "./fold.js";

/** @typedef {import("./search-words.js").Unit} Unit */
/** @typedef {import("./search-words.js").SearchWords} SearchWords */
/**
 * What a page says about a unit of a query: the best of its words for it, and the others together.
 * @typedef {{ score: number, rest: number }} Evidence
 */
/**
 * A page as an answer: how much of the query it answers and how well, and in which rank of its own it stands.
 * @typedef {{ id: string, rank: number, score: number }} Ranked
 */

// A rank comes before all scores: pages that are called what was typed, those with all words, the others.
export const NAMED = 2, WHOLE = 1, PART = 0;
// What a page gains from further relatives of a word beside the best one.
const ALSO = 0.4;
// With this share of the best page's score for a word, a page is worth half of the best for it: that a
// word stands in a title does not make all other words of the query worthless.
const HALF = 0.3;
// A page says something about a word when it is worth this much of the best one for it: a list of
// everything has every word once.
const ENOUGH = 0.06;
// A word that this share of all pages have tells none of them apart.
const COMMON = 0.5;
// Pagefind's score of a page that has a rare word in its title. A word that none has there, such as
// «snakke», says less of what somebody looks for.
const TOPIC = 20;
// By how much a page gains when its title, its title alone or its summary answers all of a query.
const TITLE = 1, SUMMARY = 0.5, EXACT = 0.5;
// A title that answers so much of a query, and has nothing else, is the name of what is looked for.
const SAME_NAME = 0.9;

/**
 * How much a word says that so many of all pages have (as in BM25).
 * @param {number} count
 * @param {number} size
 */
export function rarity(count, size) { return Math.log(1 + (size - count + 0.5) / (count + 0.5)); }

/**
 * The best evidence of each page from the sets of pages of a unit's alternatives. The first is the word itself.
 * @param {readonly ReadonlyMap<string, { score: number }>[]} sets
 * @param {number} size
 */
export function evidence(sets, size) {
  /** @type {Map<string, Evidence>} */
  const best = new Map();
  const rare = sets.map(pages => rarity(pages.size, size));
  sets.forEach((pages, place) => {
    // A rarer relative is not worth more than the word itself because it is rarer.
    const worth = sets[0].size ? Math.min(1, rare[0] / rare[place]) : 1;
    for (const [id, hit] of pages) {
      const score = worth * hit.score, so = best.get(id) || { score: 0, rest: 0 };
      best.set(id, { score: Math.max(score, so.score), rest: so.rest + Math.min(score, so.score) });
    }
  });
  return best;
}

/**
 * Pages by what they say about the units of a query.
 * @param {readonly { unit: Unit, best: ReadonlyMap<string, Evidence> }[]} answers
 * @param {number} size
 */
export function ranked(answers, size) {
  const asked = answers.filter(({ unit }) => !unit.bonus);
  /** @type {Map<string, Ranked & { missing: number }>} */
  const pages = new Map();
  for (const { unit, best } of answers) {
    const most = Math.max(...[...best.values()].map(hit => hit.score + ALSO * hit.rest));
    const says = unit.bonus ? 1 : weight(best.size, size) * Math.min(1, most / TOPIC);
    const enough = best.size > size * COMMON ? 0 : ENOUGH;
    for (const [id, hit] of best) {
      if (!unit.finds && !pages.has(id)) { continue; }
      const page = pages.get(id) || { id, rank: PART, score: 0, missing: asked.length };
      const share = (hit.score + ALSO * hit.rest) / most;
      page.score += says * unit.worth * share / (share + HALF) * (1 + HALF);
      if (!unit.bonus && share >= enough) { page.missing -= 1; }
      page.rank = page.missing ? PART : WHOLE;
      pages.set(id, page);
    }
  }
  return pages;
}

/**
 * How much a word says, where the rarest says 1.
 * @param {number} count
 * @param {number} size
 */
export function weight(count, size) { return rarity(count, size) / rarity(1, size); }

/**
 * What a page is called, and says of itself in a sentence, tells better what it is about than how often
 * it has a word: by how much that raises it, and whether it is called what was typed.
 * @param {{ title: string, summary: string }} page
 * @param {readonly { unit: Unit, says: number }[]} asked
 * @param {SearchWords} words
 */
export function named({ title, summary }, asked, words) {
  const covered = (/** @type {string} */ text, /** @type {readonly { unit: Unit, says: number }[]} */ units) => {
    const all = wordsOf(text);
    return units.reduce((sum, { unit, says }) => sum + says * words.worthIn(unit, all), 0)
      / (units.reduce((sum, { says }) => sum + says, 0) || 1);
  };
  const full = asked.filter(({ unit }) => !unit.bonus);
  const called = covered(title, full), share = words.shareOf(full.map(({ unit }) => unit), words.full(title));
  return {
    raise: 1 + TITLE * covered(title, asked) + EXACT * called * share + SUMMARY * covered(summary, asked),
    isSame: called > SAME_NAME && share === 1
  };
}

/**
 * @param {Ranked} one
 * @param {Ranked} other
 */
export function order(one, other) {
  return other.rank - one.rank || other.score - one.score || (one.id < other.id ? -1 : 1);
}
