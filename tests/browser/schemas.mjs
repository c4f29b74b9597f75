// Compiles the JSON Schemas of a file, strictly, and tries documents against them.
// Usage: node schemas.mjs FILE, which holds {name: {schema, accepted: [...], refused: [...]}}.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const found = {};
for (const [name, one] of Object.entries(JSON.parse(readFileSync(process.argv[2], "utf-8")))) {
  try {
    // A date may be text or, as a bare year, a number: a union of types is meant.
    const options = { strict: true, allowUnionTypes: true, allErrors: true, unicodeRegExp: true };
    const ajv = new Ajv.default(options);
    // What editors show beside each choice says nothing about what is valid.
    ajv.addVocabulary(["enumDescriptions"]);
    const validate = ajv.compile(one.schema);
    found[name] = [
      ...one.accepted.filter((data) => !validate(data)).map((data) => ["refused", data]),
      ...one.refused.filter((data) => validate(data)).map((data) => ["accepted", data]),
    ];
  } catch (error) {
    found[name] = [["no schema", error.message]];
  }
}
console.log(JSON.stringify(found));
