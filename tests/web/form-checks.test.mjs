// What the form refuses to save, and what it shows before that.
import assert from "node:assert/strict";
import { test } from "node:test";

import { refusal, registerRefusal, unknownField } from "../../plugins/living_strategy/assets/scripts/parts/form-checks.js";
import { blocks, pieces } from "../../plugins/living_strategy/assets/scripts/parts/plain-markdown.js";

const MESSAGES = { way: "one of {fields}", half: "{part}: {field}", half_itself: "{part} itself", gone: "{id} gone", twice: "{id} twice", unnamed: "no id",
  unknown: "unknown: {field}" };
const PERIOD = { name: "baseline", label: "Baseline", needed: [{ name: "value", label: "Value" }], parts: [] };
const CHECKS = {
  ways: [{ name: "goals", label: "Goals" }, { name: "areas", label: "Areas" }],
  parts: [PERIOD, { name: "vision", label: "Vision", needed: [{ name: "text", label: "Vision" }], parts: [] }, { name: "indicators", label: "Indicators", needed: [], parts: [PERIOD] }],
  ids: ["a", "b"]
};
const ENTRY = { areas: ["x"] };

for (const [values, said] of [
  [{}, "one of Goals, Areas"],
  [ENTRY, ""],
  [{ ...ENTRY, baseline: { date: "2018" } }, "Baseline: Value"],
  [{ ...ENTRY, baseline: { date: "2018", value: "0" } }, ""],
  [{ ...ENTRY, indicators: [{ title: "A" }, { title: "B", baseline: { date: "2018" } }] }, "Baseline: Value"],
  [{ ...ENTRY, vision: { source: "x" } }, "Vision itself"],
  [{ ...ENTRY, unknown: { date: "2018" } }, ""]
]) {
  test(`${JSON.stringify(values)} is ${said ? "refused" : "saved"}`, () =>
    assert.equal(refusal(values, CHECKS, MESSAGES), said));
}

for (const [entries, said] of [
  [[{ id: "a" }, { id: "b" }, { id: "c" }], "one of Goals, Areas"],
  [[{ id: "a", ...ENTRY }, { id: "b", ...ENTRY }], ""],
  [[{ id: "a", ...ENTRY }], "b gone"],
  [[{ id: "a", ...ENTRY }, { id: "c", aliases: ["b"], ...ENTRY }], ""],
  [[{ id: "a" }, { id: "b" }, { id: "a" }], "a twice"],
  [[{ id: "a" }, { title: "B" }], "no id"]
]) {
  test(`the entries ${JSON.stringify(entries)} are ${said ? "refused" : "saved"}`, () =>
    assert.equal(registerRefusal(entries, CHECKS, MESSAGES), said));
}

const STYLE = { fields: [["title", {}], ["costs", { fields: [["year", {}]] }], ["terms", { fields: [["values", { each: { each: {} } }]] }]] };
for (const [values, sort, said] of [
  [{ title: "A", body: "b", $file: "c", costs: [{ year: "1" }], terms: { values: { status: { ongoing: "I gang" } } } }, "item", ""],
  [{ title: "A", titel: "B" }, "item", "unknown: titel"],
  [{ costs: [{ year: "1" }, { yaer: "2" }] }, "fields", "unknown: yaer"],
  [{ terms: { own: "x" } }, "areas", "unknown: own"],
  [{ entries: [{ id: "a", title: "A" }], $file: "c" }, "register", ""],
  [{ entries: [{ id: "a", title: "A" }, { id: "b", own: "x" }] }, "register", "unknown: own"],
  [{}, "register", ""]
]) {
  test(`${JSON.stringify(values)} is ${said ? "a file with a field nobody knows" : "known"}`, () =>
    assert.equal(unknownField(values, sort === "register" ? { each: STYLE } : STYLE, sort, MESSAGES), said));
}

test("mentions, links and strong words are pieces of a line", () => {
  assert.deepEqual(pieces("Se [[a]], [[b|to]] og [KS](https://www.ks.no). **Nå**", { a: "En" }), [
    { text: "Se " }, { text: "En", to: "#a" }, { text: ", " }, { text: "to", to: "#b" }, { text: " og " },
    { text: "KS", to: "https://www.ks.no" }, { text: ". " }, { text: "Nå", strong: true }
  ]);
  assert.deepEqual(pieces("[x](javascript:alert)", {}), [{ text: "x", to: "#" }]);
});

test("a text is headings, lists and paragraphs", () => {
  const text = "## Først\n\nEn\nlinje\n\n- a\n  b\n- c\n\n1. d\n\n| x |";
  assert.deepEqual(blocks(text, {}).map(block => [block.tag, ...block.items.map(item => item[0].text)]), [
    ["h2", "Først"], ["p", "En linje"], ["ul", "a b", "c"], ["ol", "d"], ["p", "| x |"]
  ]);
});
