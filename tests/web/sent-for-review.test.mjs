// What is saved for a report waits for review, also if it was a draft before.
import assert from "node:assert/strict";
import { test } from "node:test";

import { sentForReview } from "../../plugins/living_strategy/assets/scripts/parts/sent-for-review.js";

const ENTRY = { dataFiles: [{ slug: "kurs" }] };

async function saved(unpublished, status) {
  const told = [];
  const host = sentForReview({
    async persistEntry(entry, options) {
      told.push(["saved", options.status]);
    },
    async unpublishedEntry({ collection, slug }) {
      told.push(["asked", collection, slug]);
      return { status };
    },
    async updateUnpublishedEntryStatus(...named) {
      told.push(["sent", ...named]);
    }
  }, () => told.push(["shown"]));
  await host.persistEntry(ENTRY, { collectionName: "measures", unpublished });
  return told;
}

test("a new proposal", async () => {
  assert.deepEqual(await saved(false, "draft"), [["saved", "pending_review"]]);
});

test("a draft", async () => {
  assert.deepEqual(await saved(true, "draft"), [
    ["saved", "pending_review"], ["asked", "measures", "kurs"], ["sent", "measures", "kurs", "pending_review"], ["shown"]
  ]);
});

test("a proposal that waits already", async () => {
  assert.deepEqual(await saved(true, "pending_review"), [["saved", "pending_review"], ["asked", "measures", "kurs"]]);
});
