// Files of content as the form has them: fields by name, and what it does not show as it was.
import { linesOf } from "./canonical.js";
import { withRemarks } from "./kept-remarks.js";

/** @typedef {import("./canonical.js").Style} Style */
/** @typedef {import("./canonical.js").Value} Value */
/** @typedef {import("./canonical.js").Values} Values */

// Where the values of a form keep the file that they were read from.
export const FILE = "$file";
const ITEM = /^(?<mark>\uFEFF?)(?<open>---[ \t]*\n)(?<yaml>[\s\S]*?\n|)(?<close>---[ \t]*(?:\n|$))(?<text>[\s\S]*)$/;

/**
 * How js-yaml reads content: every value is text, but for the words that mean nothing.
 * @param {any} yaml
 */
export function schemaOf(yaml) {
  const nothing = new yaml.Type("tag:yaml.org,2002:null", {
    kind: "scalar",
    resolve: (/** @type {string | null} */ text) => text === null || ["", "~", "null", "Null", "NULL"].includes(text),
    construct: () => null
  });
  return yaml.FAILSAFE_SCHEMA.extend({ implicit: [nothing] });
}

/**
 * Reads and writes the files of one sort.
 */
export class ContentFiles {
  /**
   * @param {any} yaml the library that reads YAML
   * @param {Style} style how the sort is written
   * @param {string} lost what to say if a comment would be lost
   * @param {string} unreadable what to say of a file that cannot be read
   */
  constructor(yaml, style, lost, unreadable) {
    this.style = style;
    this.lost = lost;
    this.unreadable = unreadable;
    const schema = schemaOf(yaml);
    /** @type {(text: string) => Values} */
    this.load = text => yaml.load(text, { schema }) ?? {};
  }

  /**
   * The fields of a text; null if it cannot be read. It is then shown as empty, and not written.
   * @param {string} text
   */
  fieldsOf(text) {
    try {
      const fields = this.load(text);
      return typeof fields === "object" && !Array.isArray(fields) ? fields : null;
    } catch {
      return null;
    }
  }

  /**
   * The values of an item; `body` is the text below its fields.
   * @param {string} content
   */
  readItem(content) {
    const parts = ITEM.exec(content.replaceAll("\r\n", "\n"))?.groups;
    return { ...this.fieldsOf(parts?.yaml ?? ""), body: trimmed(parts?.text ?? ""), [FILE]: content };
  }

  /**
   * @param {Values} values
   */
  writeItem({ [FILE]: kept, body, ...values }) {
    const before = typeof kept === "string" ? kept : "";
    const parts = ITEM.exec(before.replaceAll("\r\n", "\n"))?.groups;
    if (before && !parts) {
      throw refused(this.unreadable);
    }
    const lines = this.lines(values, parts?.yaml ?? "");
    const text = typeof body === "string" ? trimmed(body) : "";
    const isSame = parts && trimmed(parts.text ?? "") === text;
    const below = isSame ? parts.text : text.trim() && `\n${text}\n`;
    const whole = `${parts?.mark ?? ""}${parts?.open ?? "---\n"}${lines}${parts?.close ?? "---\n"}${below}`;
    return before.includes("\r\n") ? whole.replaceAll("\n", "\r\n") : whole;
  }

  /**
   * The entries of a register, each with its id, in the order of the file.
   * @param {string} content
   */
  readRegister(content) {
    const entries = Object.entries(this.fieldsOf(content) ?? {}).map(([id, fields]) => ({ id, .../** @type {Values} */(fields) }));
    return { entries, [FILE]: content };
  }

  /**
   * @param {Values} values
   */
  writeRegister({ [FILE]: kept, entries }) {
    /** @type {Values} */
    const register = {};
    for (const { id, ...fields } of /** @type {Values[]} */ (entries ?? [])) {
      register[String(id)] = fields;
    }
    return this.lines(register, typeof kept === "string" ? kept : "");
  }

  /**
   * A file that is a mapping of fields, such as strategy.yml.
   * @param {string} content
   */
  readFields(content) {
    return { ...this.fieldsOf(content), [FILE]: content };
  }

  /**
   * @param {Values} values
   */
  writeFields({ [FILE]: kept, ...values }) {
    return this.lines(values, typeof kept === "string" ? kept : "");
  }

  /**
   * The YAML of values, with the comments of what stood there before.
   * @param {Values} values
   * @param {string} before
   */
  lines(values, before) {
    const lines = linesOf(/** @type {Values} */ (filled(values) ?? {}), this.style);
    const text = before.replaceAll("\r\n", "\n").replace(/\n$/, "");
    const old = this.fieldsOf(before);
    if (!old) {
      throw refused(this.unreadable);
    }
    const kept = before ? withRemarks(text.split("\n"), linesOf(old, this.style), lines) : lines;
    if (!kept) {
      throw refused(this.lost);
    }
    return kept.map(line => `${line}\n`).join("");
  }
}

/**
 * An error that the program shows: what it says, without a name before it.
 * @param {string} said
 */
export const refused = said => Object.assign(new Error(said), { name: "" });

/**
 * @param {string} text
 */
const trimmed = text => text.replace(/^(?:[ \t]*\n)+|\n+$/g, "");

/**
 * Values without what a form leaves behind where nothing has been written; undefined for nothing.
 * @param {Value | number | boolean | undefined} value
 * @returns {Value | undefined}
 */
export function filled(value) {
  if (Array.isArray(value)) {
    const items = value.map(filled).filter(item => item !== undefined);
    return items.length ? items : undefined;
  }
  if (value !== null && typeof value === "object") {
    const pairs = Object.entries(value).map(([name, inner]) => [name, filled(inner)]);
    const full = pairs.filter(([, inner]) => inner !== undefined);
    return full.length ? Object.fromEntries(full) : undefined;
  }
  const text = value === null || value === undefined ? "" : String(value);
  return text.trim() ? text : undefined;
}
