// A trial of the form keeps nothing where the form would find it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { keepApart } from "../../plugins/living_strategy/assets/scripts/parts/kept-apart.js";

class Kept extends Map {
  getItem(key) { return this.get(key) ?? null; }
  setItem(key, text) { this.set(key, text); }
  removeItem(key) { this.delete(key); }
}

class Databases {
  open(name, version) { return { name, version }; }
}

test("names of a trial are its own, and it finds what it kept", () => {
  const kept = new Kept([["user", "an editor"]]);
  keepApart(Kept.prototype, Databases.prototype);
  const before = kept.getItem("user");
  kept.setItem("user", "somebody who tries");
  const during = kept.getItem("user");
  kept.removeItem("user");

  assert.equal(before, null);
  assert.equal(during, "somebody who tries");
  assert.deepEqual([...kept], [["user", "an editor"]]);
  assert.deepEqual(new Databases().open("drafts", 2), { name: "living-strategy-trial:drafts", version: 2 });
});
