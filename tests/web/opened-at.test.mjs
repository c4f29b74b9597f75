// A login on another page comes back to what was opened.
import assert from "node:assert/strict";
import { test } from "node:test";

import { openedAt } from "../../plugins/living_strategy/assets/scripts/parts/opened-at.js";

const PLACE = "#/collections/measures/entries/kurs";

function storage() {
  const kept = new Map();
  return { getItem: key => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) };
}

test("an entry, and an entry for a report", () => {
  assert.deepEqual(openedAt({ search: "", hash: PLACE }, storage()), { opened: PLACE, isBack: false, isReport: false });
  assert.equal(openedAt({ search: "?report", hash: PLACE }, storage()).isReport, true);
});

test("back from a login, as often as it takes", () => {
  const kept = storage();
  openedAt({ search: "?report", hash: PLACE }, kept);
  for (const answer of ["?error=access_denied&state=x", "?code=1&state=x"]) {
    assert.deepEqual(openedAt({ search: answer, hash: "" }, kept), { opened: `?report${PLACE}`, isBack: true, isReport: true });
  }
});

test("a login of which nothing is known", () => {
  assert.deepEqual(openedAt({ search: "?code=1&state=x", hash: "" }, storage()), { opened: "", isBack: true, isReport: false });
});
