// The parts of scripts that know no page.
import assert from "node:assert/strict";
import { test } from "node:test";

import { choiceIn, withChoices } from "../../plugins/living_strategy/assets/scripts/parts/address.js";
import { chain } from "../../plugins/living_strategy/assets/scripts/parts/chain.js";
import { placeIn, titleOf } from "../../plugins/living_strategy/assets/scripts/parts/deep-link.js";
import { excerpt, marked, placedWords } from "../../plugins/living_strategy/assets/scripts/parts/excerpt.js";
import { Facets } from "../../plugins/living_strategy/assets/scripts/parts/facets.js";
import { asHtml, asText, tidied } from "../../plugins/living_strategy/assets/scripts/parts/outline.js";
import { Places } from "../../plugins/living_strategy/assets/scripts/parts/places.js";
import { SearchIndex } from "../../plugins/living_strategy/assets/scripts/parts/search-index.js";
import { PART, WHOLE, evidence, named, order as byRank, ranked } from "../../plugins/living_strategy/assets/scripts/parts/search-ranking.js";
import { SearchWords } from "../../plugins/living_strategy/assets/scripts/parts/search-words.js";
import { counts, csv, fits, guarded, order, sortingFrom } from "../../plugins/living_strategy/assets/scripts/parts/table.js";

// The state in the address

test("choices stand in the address, and what is not chosen does not", () => {
  assert.equal(withChoices("https://x.no/tiltak/?status=planned#a", { ord: "æ b", status: "" }),
    "https://x.no/tiltak/?ord=%C3%A6+b#a");
});

test("what nobody offers is no choice", () => {
  const address = "https://x.no/?status=ukjent&ord=b";
  assert.equal(choiceIn(address, "status", ["", "planned"]), "");
  assert.equal(choiceIn(address, "ord"), "b");
  assert.equal(choiceIn(address, "mangler"), "");
});

// Lists

const ROWS = [["Barnevern", "planned", "10"], ["Ålesund", "ongoing", "9"], ["Ære", "planned", ""]].map(cells => ({
  text: cells.join(" ").toLowerCase(), cells, values: { status: [cells[1]], area: cells[2] ? ["a", "b"] : [""] }
}));
const compare = new Intl.Collator("nb", { numeric: true }).compare;

test("a row fits all words and all choices", () => {
  assert.equal(fits(ROWS[0], "vern BARN", { status: "planned", area: "b" }), true);
  assert.equal(fits(ROWS[0], "vern", { status: "ongoing" }), false);
  assert.equal(fits(ROWS[0], "vern", { status: "ongoing" }, "status"), true);
  assert.equal(fits(ROWS[2], "", { area: "a" }), false);
});

test("a count says what a choice would leave, with the others as they are", () => {
  assert.deepEqual([...counts(ROWS, "", { status: "ongoing", area: "a" }, "status")], [["planned", 1], ["ongoing", 1]]);
});

for (const [sorting, expected] of [[0, [0, 1, 2]], [1, [0, 2, 1]], [-1, [1, 2, 0]], [3, [2, 1, 0]], [-2, [0, 2, 1]]]) {
  test(`sorting by ${sorting} keeps what is equal in its order`, () => assert.deepEqual(order(ROWS, sorting, compare), expected));
}

for (const [asked, sorting] of [["2", 2], ["-3", -3], ["99", 0], ["x", 0], ["", 0]]) {
  test(`«${asked}» in an address sorts by ${sorting}`, () => assert.equal(sortingFrom(asked, 3), sorting));
}

for (const [text, safe] of [
  ["=1+1", "'=1+1"], ["+47 22 33", "'+47 22 33"], ["-12,5", "-12,5"], ["@a", "'@a"], ["-a", "'-a"], ["a;=b", "a;'=b"],
  ["\t=1", "'=1"], ["a\n  b", "a b"], ["10 %", "10 %"]
]) {
  test(`${JSON.stringify(text)} is no formula in a spreadsheet`, () => assert.equal(guarded(text), safe));
}

test("the file says its letters are Unicode and quotes every cell", () => {
  assert.equal(csv([["Tittel", 'A "b"'], ["=x", ""]]), '\ufeff"Tittel";"A ""b"""\r\n"\'=x";""\r\n');
});

// The map

const LINKS = [["area", "goal"], ["area", "other"], ["goal", "measure"], ["measure", "project"], ["other", "far"]];

test("a chain is all above and below a box, and no neighbour beside it", () => {
  const { boxes, lines } = chain(LINKS, "goal");
  assert.deepEqual([...boxes].sort(), ["area", "goal", "measure", "project"]);
  assert.deepEqual(lines, [LINKS[0], LINKS[2], LINKS[3]]);
});

test("a box without lines is its own chain, and a circle ends", () => {
  assert.deepEqual([...chain(LINKS, "lonely").boxes], ["lonely"]);
  assert.deepEqual([...chain([["a", "b"], ["b", "a"]], "a").boxes].sort(), ["a", "b"]);
});

// Places

const places = new Places({
  places: [["18", "Nordland - Nordlánnda", "nordland-fylke"], ["15", "Møre og Romsdal", "more-og-romsdal-fylke"],
    ["1804", "Bodø - Bådåddjo", "bodo"], ["1818", "Herøy", "heroy-nordland"],
    ["1515", "Herøy", "heroy-more-og-romsdal"], ["5605", "Sør-Varanger", "sor-varanger"]]
});
const numbers = text => places.matches(text).map(one => one.place.number);

for (const [text, found] of [
  ["bodo kommune", ["1804"]], ["1804", ["1804"]], ["18", ["18", "1804", "1818"]], ["badad", ["1804"]], ["varanger", ["5605"]],
  ["Herøy", ["1818", "1515"]], ["b", []], ["atlantis", []]
]) {
  test(`«${text}» may mean ${found}`, () => assert.deepEqual(numbers(text), found));
}

test("only an exact name or number is a name", () => {
  assert.deepEqual(places.named("Bodø").map(one => one.number), ["1804"]);
  assert.deepEqual(places.named("Bod"), []);
});

test("places of the same name have the county as well", () => {
  const heroy = places.list.filter(one => one.name === "Herøy").map(one => [one.isUnique, one.countyName]);
  assert.deepEqual(heroy, [[false, "Nordland"], [false, "Møre og Romsdal"]]);
});

test("a place has the folder of its page", () => {
  assert.deepEqual(places.named("1804").map(one => one.folder), ["bodo"]);
  assert.deepEqual(places.named("Herøy").map(one => one.folder), ["heroy-nordland", "heroy-more-og-romsdal"]);
});

// The search

const FACETS = new Facets({
  "mal/a/": ["goal", "", null, 0, ["x"]], "tiltak/b/": ["measure", "ongoing", 2021, 1, ["x", "y"]],
  "tiltak/c/": ["measure", "ongoing", null, 1, []], "tiltak/d/": ["measure", "planned", 2025, 0, []]
}, ["i1", "i2", "i3", "i4", "i5"], 2024);

test("pages are known by the order in which the index names them", () => {
  const kinds = ["i1", "i2", "i5", "other"].map(id => FACETS.kind(id));
  assert.deepEqual(kinds, ["goal", "measure", "overview", "page"]);
  assert.deepEqual(["x", "y"], FACETS.values("area", "i2"));
});

test("an old status is not confirmed, and says its year", () => {
  assert.deepEqual(["i1", "i2", "i3", "i4"].map(id => FACETS.values("status", id)),
    [[], ["ongoing"], ["ongoing"], ["planned", "planned-confirmed"]]);
  assert.deepEqual(["i2", "i3", "i4", "other"].map(id => Object.values(FACETS.age(id))),
    [[2021, true], [null, true], [2025, false], [null, false]]);
});

function pagefind(pages) {
  return { search: async query => ({ results: pages
    .filter(page => query === null || page.words.some(word => query.startsWith('"') ? query === `"${word}"` : word.startsWith(query)))
    .map(page => ({ id: page.id, score: page.score, data: async () => ({ url: page.id, content: "", meta: {} }) })) }) };
}

test("pages with all that was asked for come before those with a part of it", async () => {
  const pages = [{ id: "i1", score: 1, words: ["digital", "skole"] }, { id: "i2", score: 3, words: ["digital"] },
    { id: "i9", score: 9, words: ["annet"] }];
  const words = new SearchWords(["digital", "skole", "annet"], [], "nb");
  const index = new SearchIndex(pagefind(pages), words, FACETS, 3);
  const found = await index.search("digital skole");
  assert.deepEqual(found.map(page => [page.id, page.rank]), [["i1", WHOLE], ["i2", PART]]);
  assert.deepEqual(await index.search("finnesikke"), []);
});

const SCHOOL = new SearchWords("trygg skole skoler digital tjenester tjenesteplattform hvordan".split(" "), [], "nb");
const asked = query => SCHOOL.units(query).map(unit => ({ unit, says: unit.bonus ? 0.05 : 1 }));
const answers = (...words) => words.map(([query, hits]) => ({
  unit: SCHOOL.units(query)[0], best: new Map(Object.entries(hits).map(([id, score]) => [id, { score, rest: 0 }]))
}));
const sorted = pages => [...pages.values()].sort(byRank).map(page => page.id);

test("a rare word outweighs a common one", () => {
  const common = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map(id => [id, 20]));
  assert.deepEqual(sorted(ranked(answers(["skole", common], ["trygg", { g: 20 }]), 30))[0], "g");
});

test("a page that barely has a word is not one that has all words", () => {
  const pages = ranked(answers(["skole", { a: 40, b: 40 }], ["trygg", { a: 40, b: 1, c: 30 }]), 30);
  assert.deepEqual(["a", "b", "c"].map(id => pages.get(id).rank), [WHOLE, PART, PART]);
});

test("the best of the words that mean the same counts, and a rarer one no more than the word itself", () => {
  const best = evidence([new Map([["a", { score: 10 }], ["b", { score: 10 }]]), new Map([["a", { score: 20 }]])], 30);
  assert.deepEqual(best.get("b"), { score: 10, rest: 0 });
  assert.ok(best.get("a").score < 20 && best.get("a").rest === 10);
});

test("a page that is called what was typed is the one that was meant", () => {
  const called = title => named({ title, summary: "" }, asked("hvordan trygg skole"), SCHOOL);
  assert.equal(called("Trygg skole").isSame, true);
  assert.equal(called("Trygg digital skole").isSame, false);
  assert.ok(called("Trygg skole").raise > called("Trygg digital skole").raise);
  assert.ok(called("Digital skole").raise > called("Digital").raise);
});

test("a compound with a word before something else says less of it than the word itself", () => {
  const raise = title => named({ title, summary: "" }, asked("tjenester"), SCHOOL).raise;
  assert.ok(raise("Tjenester") > raise("Tjenesteplattform"));
});

test("a summary that asks the same question raises a page", () => {
  const raise = summary => named({ title: "", summary }, asked("hvordan trygg"), SCHOOL).raise;
  assert.ok(raise("Hvordan trygg") > raise("Trygg"));
});

test("an excerpt shows the words around most of what was found", () => {
  const text = `${"ord ".repeat(60)}Trygg skole, god skole. ${"ord ".repeat(60)}`;
  const pieces = excerpt(text, placedWords(text), word => word === "skole");
  assert.deepEqual(pieces.filter(piece => piece.isMarked).map(piece => piece.text), ["skole", "skole"]);
  assert.equal(pieces.map(piece => piece.text).join("").split(" ").length, 32);
});

test("a summary is shown whole, with marks", () => {
  const pieces = marked("Trygg skole.", placedWords("Trygg skole."), word => word === "skole");
  assert.deepEqual(pieces, [{ text: "Trygg ", isMarked: false }, { text: "skole", isMarked: true }, { text: ".", isMarked: false }]);
});

test("a text without what was found is shown from its beginning", () => {
  const pieces = excerpt("En to tre", placedWords("En to tre"), () => false);
  assert.deepEqual(pieces.map(piece => piece.text), ["… ", "En to tre", " …"]);
});

// What is copied of a page

const ENTRY = [
  { kind: "heading", level: 1, runs: [{ text: "Barn & unge" }] },
  { kind: "fact", label: "Status", runs: [{ text: "Pågår (2025)" }] },
  { kind: "fact", label: "Ansvarlig", runs: [{ text: "KS", href: "https://s.no/ks/", outside: false }] },
  { kind: "item", level: 1, runs: [{ text: "En" }] },
  { kind: "item", level: 2, runs: [{ text: "To" }] },
  { kind: "paragraph", runs: [{ text: "Se " }, { text: "vedtaket", href: "https://x.no/?a&b", outside: true }, { text: "." }] },
  { kind: "table", rows: [["År", "Sum"], ["2025", "10 < 11"]] },
  { kind: "paragraph", runs: [{ text: "https://s.no/", href: "https://s.no/", outside: true }] }
];

test("an outline as plain text names the addresses of other sites", () => {
  assert.equal(asText(ENTRY), "Barn & unge\n\nStatus: Pågår (2025)\nAnsvarlig: KS\n\n- En\n  - To\n\n"
    + "Se vedtaket (https://x.no/?a&b).\n\nÅr\tSum\n2025\t10 < 11\n\nhttps://s.no/\n");
});

test("an outline as HTML has lists, links and tables, and no markup from texts", () => {
  assert.equal(asHtml(ENTRY), "<h1>Barn &amp; unge</h1><p><strong>Status:</strong> Pågår (2025)</p>"
    + '<p><strong>Ansvarlig:</strong> <a href="https://s.no/ks/">KS</a></p><ul><li>En<ul><li>To</li></ul></li></ul>'
    + '<p>Se <a href="https://x.no/?a&amp;b">vedtaket</a>.</p>'
    + "<table><tr><td>År</td><td>Sum</td></tr><tr><td>2025</td><td>10 &lt; 11</td></tr></table>"
    + '<p><a href="https://s.no/">https://s.no/</a></p>');
});

test("lists lie in the items of other lists, and all are closed", () => {
  assert.equal(asHtml([ENTRY[3], ENTRY[4], ENTRY[4], ENTRY[3]]),
    "<ul><li>En<ul><li>To</li><li>To</li></ul></li><li>En</li></ul>");
});

test("white space between pieces stands once, and at no end", () => {
  assert.deepEqual(tidied([{ text: " \n " }, { text: " a\n " }, { text: " b ", href: "c" }, { text: " " }]),
    [{ text: "a " }, { text: "b", href: "c" }]);
  assert.deepEqual(tidied([{ text: " " }]), []);
});

// The place that an address names

for (const [address, place] of [["https://x.no/a/", ""], ["https://x.no/#m%C3%A5l", "mål"], ["https://x.no/#%", ""]]) {
  test(`${address} leads to «${place}»`, () => assert.equal(placeIn(address), place));
}

test("a part of a page is named before the page", () => {
  assert.equal(titleOf(" Mile\n pæler ", "Tiltak – Plan"), "Mile pæler – Tiltak – Plan");
  assert.equal(titleOf("", "Plan"), "Plan");
});
