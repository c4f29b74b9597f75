// Reads YAML texts as YAML 1.2 does, for what its core schema makes of values without quotes.
// Usage: node yaml12.mjs FILE, which holds a list of texts.
import { readFileSync } from "node:fs";
import yaml from "js-yaml";

const texts = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const read = (text) => yaml.load(text, { schema: yaml.CORE_SCHEMA });
process.stdout.write(JSON.stringify(texts.map(read)));
