// What is saved again after a refusal is a proposal of its own, unless there is one.
import assert from "node:assert/strict";
import { test } from "node:test";

import { firstAsked } from "../../plugins/living_strategy/assets/scripts/parts/first-proposal.js";

const ENTRY = { dataFiles: [{ slug: "kurs" }] };

function backend(answer) {
  const told = [];
  const made = firstAsked({
    told,
    asked: [],
    async persistEntry(entry, options) {
      this.told.push(options);
    },
    async unpublishedEntry(named) {
      this.asked.push(named);
      if (answer) {
        throw answer;
      }
    }
  });
  return made;
}

for (const [name, unpublished, answer, said] of [
  ["there is one", true, null, true],
  ["there is none", true, { notUnderEditorialWorkflow: true }, false],
  ["nobody answers", true, new Error("Failed to fetch"), true]
]) {
  test(`saved again where ${name}`, async () => {
    const host = backend(answer);
    await host.persistEntry(ENTRY, { collectionName: "measures", unpublished, status: "draft" });
    assert.deepEqual(host.asked, [{ collection: "measures", slug: "kurs" }]);
    assert.deepEqual(host.told, [{ collectionName: "measures", unpublished: said, status: "draft" }]);
  });
}

test("nobody is asked for what is saved for the first time", async () => {
  const host = backend(null);
  await host.persistEntry(ENTRY, { collectionName: "measures", unpublished: false });
  assert.deepEqual([host.asked, host.told[0].unpublished], [[], false]);
});
