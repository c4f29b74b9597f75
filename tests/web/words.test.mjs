// Words as the search and the look-up compare them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { fold, foldPlace, wordsOf } from "../../plugins/living_strategy/assets/scripts/parts/fold.js";
import { SearchWords, isNear } from "../../plugins/living_strategy/assets/scripts/parts/search-words.js";

const VOCABULARY = ("kommune kommuner digital digitale tjenester tjenestene tjeneste barnevern løsning sikkerhet"
  + " informasjon informasjonssikkerhet personvern person skole kostnad penger midler velferd velferdsteknologi ki nettverk").split(" ");
const words = new SearchWords(VOCABULARY, [["ki", "kunstig intelligens"], ["penger", "midler", "finansiering"]], "nb");
const terms = (query, start = 0) => words.units(query)[start].alternatives.map(one => one.terms.join(" "));

for (const [text, folded] of [
  ["Bodø", "bodo"], ["Ålesund", "alesund"], ["Kárášjohka", "karasjohka"], ["Unjárga", "unjarga"],
  ["Deatnu", "deatnu"], ["Ráissa ŋŧđ", "raissa ntd"], ["Æ ", "ae"]
]) {
  test(`${text} is compared as ${folded}`, () => assert.equal(fold(text), folded));
}

for (const [text, name] of [
  ["Bodø kommune", "bodo"], ["Agder fylkeskommune", "agder"], ["kommune", "kommune"], ["Kommunestad", "kommunestad"]
]) {
  test(`${text} is the place ${name}`, () => assert.equal(foldPlace(text), name));
}

test("words are letters and digits of any language, in lower case", () => {
  assert.deepEqual(wordsOf("E-helse, «Čálli» 2030!"), ["e", "helse", "čálli", "2030"]);
  assert.deepEqual(wordsOf(" – "), []);
});

for (const [word, stem] of [
  ["tjenestene", "tjenest"], ["tjenester", "tjenest"], ["kommunane", "kommun"], ["sikkerheten", "sikkerhet"],
  ["moglegheiter", "moglegheit"], ["digitalt", "digital"], ["kommunene", "kommun"], ["ki", "ki"], ["ende", "ende"]
]) {
  test(`the stem of ${word} is ${stem}`, () => assert.equal(words.stem(word), stem));
}

test("Swedish has endings of its own, and other languages have none that we know", () => {
  const swedish = new SearchWords([], [], "sv");
  assert.equal(swedish.stem("kommunerna"), "kommun");
  assert.equal(swedish.stem("datamängder"), "datamängd");
  assert.equal(swedish.stem("digitalt"), "digital");
  assert.equal(new SearchWords([], [], "fi").stem("kunnat"), "kunnat");
});

test("English has endings of its own", () => {
  const english = new SearchWords([], [], "en-GB");
  assert.equal(english.stem("planning"), "plann");
  assert.equal(english.stem("services"), english.stem("service"));
  assert.equal(english.stem("policies"), english.stem("policy"));
  assert.deepEqual(english.units("how do we pay").map(unit => unit.words), [["pay"], ["how"], ["do"], ["we"]]);
});

for (const [one, other, most, near] of [
  ["skole", "skoel", 1, true], ["skole", "skle", 1, true], ["skole", "skoler", 1, true], ["skole", "skarv", 2, false],
  ["teknologi", "tekonlogi", 1, true], ["person", "penger", 1, false], ["", "ab", 1, false]
]) {
  test(`${one} is ${near ? "" : "not "}${most} from ${other}`, () => assert.equal(isNear(one, other, most), near));
}

test("empty words are not asked for, but raise what was found otherwise", () => {
  const [asked, empty] = words.units("hva er personvern").filter((_, at) => at < 2);
  assert.deepEqual([asked.bonus, asked.finds], [false, true]);
  assert.deepEqual([empty.bonus, empty.finds], [true, false]);
});

test("words that no page has come with near ones, or with those that were looked for instead", () => {
  const unknown = query => words.unknown(words.units(query));
  assert.deepEqual(unknown("velferdsteknlogi skole"),
    [{ word: "velferdsteknlogi", near: ["velferdsteknologi"], isMended: true }]);
  assert.deepEqual(unknown("kommuxx"), [{ word: "kommuxx", near: ["kommune", "kommuner"], isMended: false }]);
  assert.deepEqual(unknown("barnevernet skole 2024 kunstig intelligens"), []);
});

test("an unknown compound is answered by the known word that it begins with", () => {
  assert.deepEqual(terms("personvernombud").slice(0, 3), ["personvern"]);
});

test("a query is the name of an entry, whatever words say nothing", () => {
  assert.equal(words.isName("hva er digitalt førstevalg", "digitalt-forstevalg"), true);
  assert.equal(words.isName("digitalt", "digitalt-forstevalg"), false);
  assert.equal(words.isName("hva er", ""), false);
});

test("a query of empty words alone asks for them", () => {
  assert.deepEqual(words.units("hva er").map(unit => unit.bonus), [false, false]);
});

test("words that mean the same are alternatives, also as expressions", () => {
  assert.ok(terms("penger").includes("midler"));
  assert.ok(terms("kunstig intelligens").includes("ki"));
});

test("compounds that end in a word are alternatives", () => {
  assert.ok(terms("sikkerhet").includes("informasjonssikkerhet"));
});

test("parts of a compound that no page has are alternatives, joined by an s or not", () => {
  assert.ok(terms("barnevernsløsning").includes("barneverns løsning"));
});

test("a misspelt word is mended, a number is not", () => {
  // Though it begins with another word of the site.
  assert.deepEqual(terms("velferdstekonlogi"), ["velferdsteknologi"]);
  assert.deepEqual(words.corrections("2031"), []);
});

test("a word that is nowhere leaves no alternative", () => assert.deepEqual(terms("zxqwvzxqwv"), []));

test("two words that are one on the site are asked for as one", () => {
  const units = words.units("barne vern");
  assert.equal(units.length, 1);
  assert.deepEqual(units[0].alternatives[0].terms, ["barnevern"]);
});

test("an expression is known by all of its words, also those that say nothing", () => {
  const known = new SearchWords(["penger", "stat", "midler", "sak"], [["penger fra staten", "midler"], ["min sak", "midler"]], "nb");
  const alternatives = query => known.units(query)[0].alternatives.map(one => one.terms.join(" "));
  assert.deepEqual(alternatives("penger fra staten"), ["penger staten", "midler"]);
  assert.deepEqual(alternatives("sak"), ["sak"]);
});

test("a word that no page has leads on from those that mean the same and are nowhere either", () => {
  const known = new SearchWords(["digihelse"], [["heimesjukepleie", "hjemmesykepleie"], ["hjemmesykepleie", "digihelse"]], "nn");
  assert.deepEqual(known.units("heimesjukepleie")[0].alternatives.map(one => one.terms), [["digihelse"]]);
});

test("an expression stands side by side, in the forms that the site has", () => {
  const known = new SearchWords(["nettverk", "nettverkene", "regionale", "regionalt"], [["samarbeid", "regionale nettverk"]], "nb");
  assert.deepEqual(known.expression("regionale nettverk", 1).together,
    ["regionale nettverk", "regionale nettverkene", "regionalt nettverk", "regionalt nettverkene"]);
});

test("words joined by a hyphen are answers to what they begin with", () => {
  assert.equal(words.matches("ki-verktøy", "ki"), true);
  assert.equal(words.matches("kirke", "ki"), false);
});


test("phrases are the query and its near relatives side by side", () => {
  assert.ok(words.phrases("digitale tjenester").includes("digitale tjenester"));
  assert.deepEqual(words.phrases("personvern"), []);
});

for (const [word, term, typed, answers] of [
  ["tjenestene", "tjenester", false, true], ["sikkerhetsloven", "sikkerhet", true, true], ["nettverk", "nett", false, false],
  ["skulle", "skole", false, false], ["kirke", "ki", false, false], ["personvern", "personvern", false, true]
]) {
  test(`${word} is ${answers ? "an" : "no"} answer to ${term}`, () =>
    assert.equal(words.matches(word, term, typed), answers));
}

test("only words of alternatives that a page has whole are marked", () => {
  const marker = words.marker(words.units("kunstig intelligens"));
  assert.equal(marker(["ki", "skole"])("ki"), true);
  assert.equal(marker(["kunstig", "gress"])("kunstig"), false);
});
