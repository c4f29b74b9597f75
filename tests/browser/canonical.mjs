// Does with content what the form in the browser does. Usage: node canonical.mjs FILE, which holds `styles`
// and a list of `texts`: each has a `style`, and either `values` to be written, or the `content` of a file
// that is opened and saved. Prints the list of what is written.
import { readFileSync } from "node:fs";
import yaml from "js-yaml";

import { linesOf } from "../../plugins/living_strategy/assets/scripts/parts/canonical.js";
import { ContentFiles } from "../../plugins/living_strategy/assets/scripts/parts/content-file.js";

const { styles, texts } = JSON.parse(readFileSync(process.argv[2], "utf-8"));

function saved(style, content, changes) {
  const files = new ContentFiles(yaml, styles[style], "A comment would be lost.");
  if (style.endsWith(".md")) return files.writeItem({ ...files.readItem(content), ...changes });
  if (styles[style].each) return files.writeRegister({ ...files.readRegister(content), ...changes });
  return files.writeFields({ ...files.readFields(content), ...changes });
}

function written({ style, values, content, changes }) {
  if (content === undefined) return linesOf(values, styles[style]).map(line => `${line}\n`).join("");
  try {
    return saved(style, content, changes);
  } catch (error) {
    return String(error);
  }
}

process.stdout.write(JSON.stringify(texts.map(written)));
