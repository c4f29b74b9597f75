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

test("English has endings of its own", () => {
  const english = new SearchWords([], [], "en-GB");
  assert.equal(english.stem("planning"), "plann");
  assert.equal(english.stem("services"), "servic");
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

test("two words that are one on the site raise pages that have it", () => {
  const bonus = words.units("barne vern").filter(unit => unit.bonus && unit.finds);
  assert.deepEqual(bonus.map(unit => unit.alternatives[0].terms), [["barnevern"]]);
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
