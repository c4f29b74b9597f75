// What is saved goes to the proposal that is there, and never over what somebody else has saved meanwhile.
import assert from "node:assert/strict";
import { test } from "node:test";

import { firstAsked } from "../../plugins/living_strategy/assets/scripts/parts/first-proposal.js";

const PATH = "measures/kurs.md";
const NONE = { notUnderEditorialWorkflow: true };
const PLACE = { collection: "measures", slug: "kurs" };

// A host with what is published and what is proposed; `failure` is what it says instead of an answer.
class Host {
  constructor(published, proposed = null, failure = null) {
    Object.assign(this, { published, proposed, failure, told: [] });
  }

  async getEntry(path) {
    return { file: { path }, data: this.published };
  }

  async unpublishedEntryDataFile(collection, slug, path, id) {
    assert.deepEqual([collection, slug, path, id], ["measures", "kurs", PATH, "1"]);
    return this.proposed;
  }

  async unpublishedEntry(named) {
    assert.deepEqual(named, PLACE);
    if (this.failure || this.proposed === null) {
      throw this.failure ?? NONE;
    }
    return { diffs: [{ path: PATH, id: "1" }] };
  }

  async persistEntry(entry, options) {
    this.proposed = entry.dataFiles[0].raw;
    this.told.push(options);
  }
}

function save(host, raw, options = {}) {
  return host.persistEntry({ dataFiles: [{ path: PATH, slug: "kurs", raw }] }, { collectionName: "measures", ...options });
}

for (const [name, unpublished, proposed, said] of [
  ["there is a proposal", true, "b", true], ["a refusal went before", true, null, false], ["it is the first time", false, null, false]
]) {
  test(`saved where ${name}`, async () => {
    const host = firstAsked(new Host("a", proposed), "changed");
    await (proposed ? host.unpublishedEntryDataFile("measures", "kurs", PATH, "1") : host.getEntry(PATH));
    await save(host, "c", { unpublished, status: "draft" });
    await save(host, "d", { unpublished: true });
    assert.equal(host.proposed, "d");
    assert.deepEqual(host.told.map(options => options.unpublished), [said, true]);
    assert.equal(host.told[0].status, "draft");
  });
}

test("what somebody else has published or proposed meanwhile stays as it is", async () => {
  const host = firstAsked(new Host("a"), "changed");
  await host.getEntry(PATH);
  host.published = "b";
  await assert.rejects(save(host, "c"), { name: "", message: "changed" });
  Object.assign(host, { published: "a", proposed: "b" });
  await assert.rejects(save(host, "c"), { message: "changed" });
  await assert.rejects(save(host, "c", { unpublished: true }), { message: "changed" });
  assert.deepEqual([host.told, host.proposed], [[], "b"]);
});

test("a new entry is compared with nothing", async () => {
  const host = firstAsked(new Host("a"), "changed");
  await host.getEntry(PATH);
  host.published = "b";
  await save(host, "c", { newEntry: true });
  assert.deepEqual(host.told.map(options => options.unpublished), [false]);
});

test("a proposal that does not have the file leaves it as it is published", async () => {
  const host = firstAsked(new Host("a", "b"), "changed");
  host.unpublishedEntry = async () => ({ diffs: [] });
  await host.getEntry(PATH);
  await save(host, "c");
  assert.deepEqual(host.told.map(options => options.unpublished), [true]);
});

test("where nobody answers nothing is saved", async () => {
  const host = firstAsked(new Host("a", null, new Error("Failed to fetch")), "changed");
  await assert.rejects(save(host, "c"), { message: "Failed to fetch" });
  assert.deepEqual(host.told, []);
});
