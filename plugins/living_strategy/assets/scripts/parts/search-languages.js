// What the search knows of languages, and nothing else of the site does: words that say nothing, and
// endings. Bokmål and nynorsk are searched alike, because readers write either.

/**
 * @typedef {{ empty: ReadonlySet<string>, endings: readonly string[], hasCompounds: boolean,
 *   irregular: (word: string) => string }} Language
 * `endings` stand with the longest first. `irregular` gives the stem of a word that they do not reach,
 * or nothing. `hasCompounds`: words are written as one, and what stands in them can be looked for.
 */

// The shortest stem that an ending is taken from.
export const SHORTEST_STEM = 4;

const list = (/** @type {string} */ words) => words.split(/\s+/);

/** @type {Language} */
const NORWEGIAN = {
  empty: new Set(list(`alle at av bak bare betyr ble blei blir bli da de deg dem den der dere det dette din du eg egen eget
    egne eigen eige ein eit ei en enn er et etter fra frå få får for gjør ha har hos hva hvem hver hvilke hvilken hvor
    hvordan hvorfor i ikke ikkje ingen jeg kan kva kvar kven korleis kvifor man med meg mellom men mi min mot må noe noen
    nokon noko når og også om oss over på se seg selv si sin sine sjå skal som står så til trenger tyder under ut uten
    utan var ved vi vil være å`)),
  endings: list("ernes arane erane enes anes erne eren aren arar rne ene ane ere ens ets ers en et er ar es e a s"),
  hasCompounds: true,
  irregular(word) {
    const noun = word.match(/^(.*h(?:ei)?et)(?:er|en|ene|ane|ar|a|s|ens|enes)?$/);
    if (noun && noun[1].length > SHORTEST_STEM) { return noun[1]; }
    if (/[lg]t$/.test(word) && word.length > SHORTEST_STEM + 1) { return word.slice(0, -1); }
    return word.endsWith("rne") && !/[ea]rne$/.test(word) && word.length - 3 >= SHORTEST_STEM ? word.slice(0, -2) : "";
  }
};

/** @type {Language} */
const ENGLISH = {
  empty: new Set(list(`a about an and any are as at be been by can do does for from get has have how i in is it its me my no
    not of on or our so that the their there these they this to us was we were what when where which who whom whose why
    will with would you your`)),
  endings: list("ations ation ings ing ies ied ers ed es er s"),
  hasCompounds: false,
  irregular(word) {
    // «services» and «service», «policy» and «policies».
    return /[^aeiou]y$/.test(word) && word.length > SHORTEST_STEM ? word.slice(0, -1)
      : word.endsWith("e") && word.length > SHORTEST_STEM ? word.slice(0, -1) : "";
  }
};

/** @type {Language} */
const SWEDISH = {
  empty: new Set(list(`alla allt att av bara blir bli de den det dem deras dess detta din du där då efter ej en er ett finns
    från för ha han har hon hos hur i inte jag kan man med mellan men min mot när någon något och om oss på sig ska skall
    som till under ut utan var varför vad vem vi vid vilka vilken vår är över`)),
  endings: list("ernas arnas ornas erna arna orna ens ets ers ors ars en et er ar or as es na n a s"),
  hasCompounds: true,
  irregular(word) { return /[lg]t$/.test(word) && word.length > SHORTEST_STEM + 1 ? word.slice(0, -1) : ""; }
};

// Of other languages nothing is known: a word is found as it is written.
/** @type {Language} */
const OTHER = { empty: new Set(), endings: [], hasCompounds: false, irregular() { return ""; } };

/** @type {Readonly<Record<string, Language>>} */
const BY_CODE = { nb: NORWEGIAN, nn: NORWEGIAN, no: NORWEGIAN, en: ENGLISH, sv: SWEDISH };

/**
 * The language of a page, by its code.
 * @param {string} code
 */
export function languageOf(code) { return BY_CODE[code.split("-")[0]] || OTHER; }
