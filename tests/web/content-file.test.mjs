// Files of content as the form reads and writes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import yaml from "js-yaml";

import { ContentFiles, FILE, filled } from "../../plugins/living_strategy/assets/scripts/parts/content-file.js";

const STYLE = { fields: [["title", { is_on_one_line: true }], ["status", {}], ["status_date", { is_number: true }], ["goals", {}]] };
const items = new ContentFiles(yaml, STYLE, "lost", "unreadable");
const registers = new ContentFiles(yaml, { each: STYLE }, "lost", "unreadable");
const FILE_TEXT = `---
# Om tiltaket
title: Åpne møter

# Fra rådet
status: ongoing  # spurt i mai
status_date: 2018-03
goals: [a]
own: x
---

Se [[digisos]].

`;

test("an item that is not changed is the same in every byte", () => {
  for (const text of [FILE_TEXT, FILE_TEXT.replaceAll("\n", "\r\n"), `\uFEFF${FILE_TEXT}`, "---\ntitle: A\n---", "---\ntitle: A\n---\n"]) {
    assert.equal(items.writeItem(items.readItem(text)), text);
  }
});

test("comments stay with the lines that they belong to", () => {
  const values = { ...items.readItem(FILE_TEXT), status: "paused", status_date: 2019, goals: ["a", "b"] };
  assert.equal(items.writeItem(values), FILE_TEXT.replace("ongoing", "paused").replace("2018-03", "2019").replace("[a]", "[a, b]"));
});

test("the comment of what is taken away stays above what follows", () => {
  const values = { ...items.readItem(FILE_TEXT), status: "" };
  assert.equal(items.writeItem(values).split("---")[1], `
# Om tiltaket
title: Åpne møter

# Fra rådet
# spurt i mai
status_date: 2018-03
goals: [a]
own: x
`);
});

test("a file with comments that has not the form stays as it is", () => {
  const text = "---\n# Først\nstatus:   ongoing\ntitle: A\n---\n";
  assert.throws(() => items.writeItem({ ...items.readItem(text), status: "paused" }), { message: "lost" });
  assert.equal(items.writeItem(items.readItem(text.replace("# Først\n", ""))), "---\ntitle: A\nstatus: ongoing\n---\n");
});

test("a new item begins with its title", () => {
  assert.equal(items.writeItem({ status: "ongoing", title: "no", body: "" }), '---\ntitle: "no"\nstatus: ongoing\n---\n');
  assert.equal(items.writeItem({ title: "A", body: "\n\nTekst\n\n" }), "---\ntitle: A\n---\n\nTekst\n");
});

test("words that mean nothing are nothing, and those in quotation marks are words", () => {
  const { title, status } = items.readItem('---\ntitle: "null"\nstatus: ~\n---\n');
  assert.deepEqual([title, status], ["null", null]);
  assert.equal(items.readItem("no fields")[FILE], "no fields");
});

test("a file that cannot be read is shown as empty, and not written", () => {
  for (const text of ["# Om målene\n", "---\ntitle: [A\n---\n", "---\n- a\n---\n"]) {
    const read = items.readItem(text);
    assert.equal(read.title, undefined);
    assert.throws(() => items.writeItem({ ...read, title: "A" }), { name: "", message: "unreadable" });
  }
  const [register, fields] = [registers.readRegister("a: [b"), items.readFields("title: 'A")];
  assert.deepEqual(register.entries, []);
  assert.throws(() => registers.writeRegister(register), { message: "unreadable" });
  assert.throws(() => items.writeFields({ ...fields, title: "A" }), { message: "unreadable" });
});

test("a file of fields keeps what the form does not show", () => {
  const text = "title: A\nareas:\n  - id: b\n";
  assert.equal(items.writeFields(items.readFields(text)), text);
  assert.equal(items.writeFields({ ...items.readFields(text), title: "B" }), text.replace("A", "B"));
});

test("an entry of a register is added below the others, and the head stays", () => {
  const text = "# Hode\nb:\n  title: B\n\n# Om a\na:\n  title: A\n";
  const read = registers.readRegister(text);
  assert.deepEqual(read.entries, [{ id: "b", title: "B" }, { id: "a", title: "A" }]);
  assert.equal(registers.writeRegister(read), text);
  const longer = { ...read, entries: [...read.entries, { id: "c", title: "C" }] };
  assert.equal(registers.writeRegister(longer), `${text}c:\n  title: C\n`);
});

test("what a form leaves behind where nothing is written is left out", () => {
  assert.deepEqual(filled({ a: "", b: null, c: [""], d: { e: undefined }, f: [{ g: " " }], h: 0, i: true }), { h: "0", i: "true" });
  assert.equal(filled({}), undefined);
});
