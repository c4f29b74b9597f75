// What else to look for than the words that were typed: other forms, words that mean the same,
// words inside compounds, parts of compounds, and the nearest word for a misspelt one.
// Pagefind finds words by the beginning of their stem; everything here is what that does not find,
// and which of what it finds is another word: «skulle» for «skule», «midlertidig» for «midler».
import { fold, wordsOf } from "./fold.js";
import { SHORTEST_STEM, languageOf } from "./search-languages.js";

/**
 * A way to answer a part of a query: words of which a page needs all, and what such a page is worth.
 * @typedef {{ terms: string[], worth: number, typed?: boolean,
 *   together?: string[] }} Alternative
 * `together` are phrases of which a page needs one to be worth all of it.
 * `words` are those of the query that it stands for.
 * @typedef {{ words: string[], alternatives: Alternative[], worth: number, bonus: boolean, finds: boolean }} Unit
 */

const MOST_COMPOUNDS = 12;
const MOST_CORRECTIONS = 3;
const MOST_PHRASES = 12;
const MOST_FORMS = 3;
// How much a page is worth that has not the word itself: the further from it, the less.
const WORTH = { form: 0.8, same: 0.7, expression: 1, compound: 0.8, parts: 0.6, knownParts: 0.2, first: 0.3, near: 0.7, empty: 0.05, modifier: 0.5 };

/**
 * Whether that many changes make one word the other. Swapping two letters is one change.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function isNear(one, other, most) {
  if (Math.abs(one.length - other.length) > most) { return false; }
  /** @type {number[]} */
  let before = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      here[column] = Math.min(above[column] + 1, here[column - 1] + 1, above[column - 1] + differs);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        here[column] = Math.min(here[column], before[column - 2] + 1);
      }
    }
    if (Math.min(...here) > most) { return false; }
    before = above;
    above = here;
  }
  return above[other.length] <= most;
}

export class SearchWords {
  /**
   * @param {readonly string[]} vocabulary The words of the site, the commonest first.
   * @param {readonly (readonly string[])[]} groups Words that mean the same.
   * @param {string} language
   */
  constructor(vocabulary, groups, language) {
    this.language = languageOf(language);
    this.vocabulary = vocabulary.map(word => ({ word, stem: this.stem(word) }));
    this.whole = new Set(vocabulary);
    this.stems = new Set(this.vocabulary.map(one => one.stem));
    /** @type {Map<string, string[]>} */
    this.groups = new Map();
    for (const group of groups) {
      for (const member of group) {
        const phrase = this.phrase(wordsOf(member));
        this.groups.set(phrase, [...(this.groups.get(phrase) || []), ...group]);
      }
    }
    this.longest = Math.max(1, ...[...this.groups.keys()].map(phrase => phrase.split(" ").length));
  }

  /** @param {string} word */
  stem(word) {
    const irregular = this.language.irregular(word);
    if (irregular) { return irregular; }
    const ending = this.language.endings.find(one => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM);
    return ending ? word.slice(0, -ending.length) : word;
  }

  /**
   * The words of a text but those that say nothing; all of them if none says anything.
   * @param {string} text
   */
  full(text) {
    const all = wordsOf(text), full = all.filter(word => !this.language.empty.has(word));
    return full.length ? full : all;
  }

  /** @param {readonly string[]} words */
  phrase(words) { return words.map(word => this.stem(word)).join(" "); }

  // A query as units; each is a list of alternatives {terms, worth}, of which a page needs one.
  // A `typed` term may be the beginning of a word that is not finished yet. A bonus unit raises a
  // page but is not asked of it; one that does not `find` only raises pages found otherwise, such
  // as the «min» of «min kommune».
  /**
   * @param {string} query
   * @returns {Unit[]}
   */
  units(query) {
    const all = wordsOf(query), units = /** @type {Unit[]} */ ([]);
    const isEmpty = all.some(word => !this.language.empty.has(word))
      ? (/** @type {string} */ word) => this.language.empty.has(word) : () => false;
    for (let start = 0; start < all.length;) {
      const length = this.groupAt(all, start), joined = length === 1 ? this.joined(all, start) : "";
      const words = all.slice(start, start + (joined ? 2 : length));
      if (words.length === 1 && isEmpty(words[0])) {
        units.push({ words, alternatives: [{ terms: words, worth: 1 }], worth: WORTH.empty, bonus: true, finds: false });
      } else {
        const alternatives = [...(joined ? this.alternatives([joined]) : []), ...this.alternatives(words)];
        units.push({ words, alternatives, worth: 1, bonus: false, finds: true });
      }
      start += words.length;
    }
    return units.sort((one, other) => Number(one.bonus) - Number(other.bonus));
  }

  // The query as it was typed, and with near relatives of each word in its place: a page where
  // these words stand side by side is a better answer.
  /** @param {string} query */
  phrases(query) {
    const words = wordsOf(query);
    let found = words.length > 1 ? [""] : [];
    for (const word of words) {
      const near = this.alternatives([word])
        .filter(({ terms, worth }) => terms.length === 1 && worth >= WORTH.same && this.whole.has(terms[0]))
        .map(({ terms }) => terms[0]);
      found = found.flatMap(start => near.map(one => `${start} ${one}`.trim())).slice(0, MOST_PHRASES);
    }
    return found;
  }

  /**
   * Whether a query, but for words that say nothing, is what an entry is called by its id.
   * @param {string} query
   * @param {string} name
   */
  isName(query, name) {
    return name !== "" && [wordsOf(query), this.full(query)].some(words => words.map(fold).join("-") === name);
  }

  // The word of the site that two words are together, if any: «digi sos», «data angrep».
  /**
   * @param {readonly string[]} words
   * @param {number} start
   */
  joined(words, start) {
    const joined = words.slice(start, start + 2).join("");
    return start + 1 < words.length && this.stems.has(this.stem(joined)) ? joined : "";
  }

  // How many of the words from `start` on are an expression of a group.
  /**
   * @param {readonly string[]} words
   * @param {number} start
   */
  groupAt(words, start) {
    for (let length = Math.min(this.longest, words.length - start); length > 1; length -= 1) {
      if (this.groups.has(this.phrase(words.slice(start, start + length)))) { return length; }
    }
    return 1;
  }

  /**
   * @param {string[]} words
   * @returns {Alternative[]}
   */
  alternatives(words) {
    /** @type {Alternative[]} */
    const found = [this.expression(words.join(" "), 1, true)];
    const same = this.relatives(words, words.length > 1 ? WORTH.expression : WORTH.same);
    found.push(...same);
    if (words.length === 1) {
      const [word] = words, stem = this.stem(word);
      if (stem !== word) { found.push({ terms: [stem], worth: WORTH.form, typed: stem.length > SHORTEST_STEM }); }
      const isSame = same.some(({ terms: some }) => some.every(term => this.isFound(term)));
      const parts = this.parts(word, isSame);
      found.push(...this.compounds(stem), ...parts);
      const corrections = this.isUnknown(word, found) ? this.corrections(word) : [];
      found.push(...corrections);
      // «velferdstekonlogi» is a word of the site with a slip, not something else about «velferd».
      if (!isSame && !parts.length && !corrections.length && !this.isKnown(stem)) { found.push(...this.beginning(word)); }
    }
    const seen = new Set();
    return found.filter(({ terms }) => {
      const key = terms.join(" "), isNew = !seen.has(key);
      seen.add(key);
      return isNew && terms.every(term => this.isFound(term));
    });
  }

  /**
   * Whether no page has the word, a form of it, a compound with it or one that means the same.
   * @param {string} word
   * @param {readonly Alternative[]} found
   */
  isUnknown(word, found) {
    return !this.whole.has(word) && (found.length === 1
      || (!this.isKnown(this.stem(word)) && found.every(one => one.worth >= WORTH.form)));
  }

  /**
   * The words that no page has, each with words of the site that are written nearly like it, the
   * nearest and commonest first. Those of `isMended` were looked for in its place.
   * @param {readonly Unit[]} units
   */
  unknown(units) {
    return units.filter(unit => !unit.bonus && unit.words.length === 1).flatMap(({ words: [word], alternatives }) => {
      const mended = alternatives.filter(one => one.worth === WORTH.near).map(({ terms }) => terms[0]);
      if (mended.length) { return [{ word, near: mended, isMended: true }]; }
      return alternatives.length || /\d/.test(word) ? [] : [{ word, near: this.near(word), isMended: false }];
    });
  }

  /** @param {string} word */
  near(word) {
    if (word.length < SHORTEST_STEM) { return []; }
    const start = word.slice(0, SHORTEST_STEM + 1), most = word.length < 8 ? 2 : 3;
    const found = [
      ...this.vocabulary.filter(one => isNear(word, one.word, most)),
      ...this.vocabulary.filter(one => one.word.startsWith(start))
    ];
    return [...new Set(found.map(one => one.word))].slice(0, MOST_CORRECTIONS);
  }

  /**
   * A word, or several that mean something together, and so stand side by side in one form or another.
   * @param {string} text
   * @param {number} worth
   * @param {boolean} [typed]
   * @returns {Alternative}
   */
  expression(text, worth, typed) {
    const all = wordsOf(text), terms = this.full(text);
    let together = all.length > 1 ? [""] : [];
    for (const word of all) {
      const forms = this.forms(word);
      together = together.flatMap(start => forms.map(form => `${start} ${form}`.trim())).slice(0, MOST_PHRASES);
    }
    return { terms, worth, typed, together };
  }

  /**
   * The forms of a word that the site has, the commonest first.
   * @param {string} word
   */
  forms(word) {
    const stem = this.stem(word), isForm = word.length >= SHORTEST_STEM && !this.language.empty.has(word);
    return isForm ? this.vocabulary.filter(one => one.stem === stem).slice(0, MOST_FORMS).map(one => one.word) : [word];
  }

  // Words that mean the same, and for those of them that no page has, what means the same as they:
  // from «heimesjukepleie» by way of «hjemmesykepleie».
  /**
   * @param {readonly string[]} words
   * @param {number} worth
   */
  relatives(words, worth) {
    const same = this.same(words, worth);
    const unknown = same.filter(({ terms }) => !terms.every(term => this.isFound(term)));
    return [...same, ...unknown.flatMap(({ terms }) => this.same(terms, worth))];
  }

  /**
   * @param {readonly string[]} words
   * @param {number} worth
   */
  same(words, worth) {
    const own = words.join(" ");
    return (this.groups.get(this.phrase(words)) || [])
      .filter(member => wordsOf(member).join(" ") !== own)
      .map(member => this.expression(member, worth));
  }

  // Whether some word of the site begins like this, so that Pagefind finds it.
  /** @param {string} stem */
  isKnown(stem) { return this.vocabulary.some(one => one.word.startsWith(stem)); }

  // Whether a word of a page answers a term: the term itself, another form of it, or a compound that
  // begins with it. What was typed may be any beginning.
  /**
   * @param {string} word
   * @param {string} term
   * @param {boolean} [typed]
   */
  matches(word, term, typed) {
    if (word === term || word.startsWith(`${term}-`)) { return true; }
    // Most words are told apart by their first letters, which costs next to nothing.
    if (!word.startsWith(term.slice(0, SHORTEST_STEM - 1))) { return false; }
    if (term.length < SHORTEST_STEM) {
      return term.length === SHORTEST_STEM - 1 && word.startsWith(term) && this.language.endings.includes(word.slice(term.length));
    }
    const stem = this.stem(term);
    if (this.stem(word) === stem || (typed && word.startsWith(term))) { return true; }
    return [term, stem].some(start => {
      const rest = word.slice(start.length);
      // Short ones begin too many others: «nett» is no answer in «nettverk», but in «nett-tjenester».
      return word.startsWith(start)
        && (this.language.endings.includes(rest) || (start.length > SHORTEST_STEM && [rest, rest.replace(/^[se]/, "")].some(part => this.isPart(part))));
    });
  }

  /**
   * How well some words answer a unit: the worth of the best of its alternatives that they hold whole.
   * @param {Unit} unit
   * @param {readonly string[]} words
   */
  worthIn({ alternatives }, words) {
    return Math.max(0, ...alternatives.map(({ terms, worth, typed }) => worth * Math.min(...terms.map(term =>
      Math.max(0, ...words.map(word => this.isForm(word, term) ? 1 : this.matches(word, term, typed) ? WORTH.modifier : 0))))));
  }

  /**
   * Whether two words are one in different forms.
   * @param {string} word
   * @param {string} other
   */
  isForm(word, other) { return word === other || (word.length >= SHORTEST_STEM && this.stem(word) === this.stem(other)); }

  /**
   * The share of some words that answer a part of a query.
   * @param {readonly Unit[]} units
   * @param {readonly string[]} words
   */
  shareOf(units, words) {
    const terms = units.flatMap(unit => unit.alternatives.flatMap(one => one.terms.map(term => ({ term, typed: one.typed }))));
    return words.filter(word => terms.some(({ term, typed }) => this.matches(word, term, typed))).length / Math.max(1, words.length);
  }

  // The words of the site that answer a term; none are known for one with digits.
  /**
   * @param {string} term
   * @param {boolean} [typed]
   */
  answers(term, typed) {
    return this.vocabulary.map(one => one.word).filter(word => this.matches(word, term, typed));
  }

  // Says of the words of a page which of them show why it was found: those of the alternatives that
  // the page has whole.
  /**
   * @param {readonly Unit[]} units
   * @returns {(words: readonly string[]) => (word: string) => boolean}
   */
  marker(units) {
    const alternatives = units.filter(unit => unit.finds).flatMap(unit => unit.alternatives);
    /** @type {Map<string, string[]>} */
    const known = new Map();
    const answered = (/** @type {string} */ word) => {
      if (!known.has(word)) {
        known.set(word, alternatives.flatMap(({ terms, typed }, place) => terms
          .map((term, at) => this.matches(word, term, typed) ? `${place} ${at}` : "").filter(Boolean)));
      }
      return known.get(word) || [];
    };
    return words => {
      const there = new Set(words.flatMap(answered));
      const whole = alternatives.map(({ terms }, place) => terms.every((_, at) => there.has(`${place} ${at}`)));
      return word => answered(word).some(name => whole[parseInt(name, 10)]);
    };
  }

  // For a word that is nowhere, Pagefind gives pages with the beginning of it: chance, not meaning.
  // Words of digits are not in the vocabulary.
  /** @param {string} word */
  isFound(word) {
    return /\d/.test(word) || (word.length <= 3
      ? this.whole.has(word) : this.isKnown(word) || this.isKnown(this.stem(word)));
  }

  /** @param {string} part */
  isPart(part) {
    if (part.endsWith("-")) { return true; }
    const plain = part.replace(/s$/, "");
    return part.length >= 3 && !this.language.empty.has(part)
      && [part, plain].some(one => one.length >= 3 && this.stems.has(this.stem(one)));
  }

  // «informasjonssikkerhet» for «sikkerhet»: words of the site that end in the word.
  /** @param {string} stem */
  compounds(stem) {
    if (stem.length < SHORTEST_STEM) { return []; }
    return this.vocabulary
      .filter(one => one.stem.length > stem.length + 2 && one.stem.endsWith(stem)
        && this.isPart(one.stem.slice(0, -stem.length)))
      .slice(0, MOST_COMPOUNDS)
      .map(one => ({ terms: [one.word], worth: WORTH.compound }));
  }

  // «barnevern» and «løsning» for «barnevernsløsning».
  /**
   * @param {string} word
   * @param {boolean} isSame Whether the site has words that mean the same.
   * @returns {Alternative[]}
   */
  parts(word, isSame) {
    for (let at = 3; at <= word.length - SHORTEST_STEM; at += 1) {
      const first = word.slice(0, at), second = word.slice(at), stem = this.stem(second);
      if (this.isPart(first) && (this.stems.has(stem) || this.groups.has(stem))) {
        const plain = this.stems.has(this.stem(first)) ? first : first.replace(/s$/, "");
        const isKnown = isSame || this.isKnown(this.stem(word)), worth = isKnown ? WORTH.knownParts : WORTH.parts;
        const heads = [second, ...this.same([second], 1).map(one => one.terms.join(" "))];
        return [
          ...heads.map(head => ({ terms: [plain, ...head.split(" ")], worth })),
          // The first part alone is better than nothing: «person» is no answer for «personvern».
          ...(isKnown ? [] : [{ terms: [plain], worth: WORTH.first }])
        ];
      }
    }
    return [];
  }

  // «gevinst» for «gevinstrealisering»: the longest word of the site that an unknown one begins with.
  /**
   * @param {string} word
   * @returns {Alternative[]}
   */
  beginning(word) {
    for (let at = word.length - SHORTEST_STEM; at > SHORTEST_STEM; at -= 1) {
      const first = word.slice(0, at), stem = this.stem(first);
      if (this.whole.has(first) || this.groups.has(stem)) {
        return [{ terms: [first], worth: WORTH.first }, ...this.same([first], WORTH.first * WORTH.same)];
      }
    }
    return [];
  }

  /** @param {string} word */
  corrections(word) {
    if (word.length < SHORTEST_STEM || /\d/.test(word)) { return []; }
    const near = (/** @type {number} */ most) => this.vocabulary.filter(one => isNear(word, one.word, most));
    const found = near(1);
    return (found.length || word.length < 8 ? found : near(2))
      .slice(0, MOST_CORRECTIONS)
      .map(one => ({ terms: [one.word], worth: WORTH.near }));
  }
}
