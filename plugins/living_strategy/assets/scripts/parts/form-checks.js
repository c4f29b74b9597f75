// What the form looks at before it saves.
import { FILE } from "./content-file.js";

/** @typedef {{ name: string, label: string }} Field */
/** @typedef {{ name: string, label: string, needed: Field[], parts: Part[] }} Part */
/** @typedef {{ parts: Part[], ways: Field[], ids: string[] }} Checks */

/** @typedef {import("./canonical.js").Style} Style */

/**
 * A message with its places filled.
 * @param {string} message
 * @param {Record<string, string>} places
 */
export function told(message, places) {
  return message.replace(/\{(\w+)\}/g, (place, name) => places[name] ?? place);
}

/**
 * Why a file cannot be saved that has a field nobody knows: the check would refuse it in any case. Empty if it can.
 * @param {Record<string, any>} values without what is empty
 * @param {Style} style how the file is written
 * @param {string} sort
 * @param {Record<string, string>} messages
 */
export function unknownField(values, style, sort, messages) {
  const field = sort === "register"
    ? firstUnknown(values.entries ?? [], { fields: [["id", {}], ...style.each?.fields ?? []] })
    : firstUnknown(values, { fields: [["body", {}], [FILE, {}], ...style.fields ?? []] });
  return field && told(messages.unknown ?? "", { field });
}

/**
 * @param {any} value
 * @param {Style} style
 * @returns {string}
 */
function firstUnknown(value, style) {
  if (Array.isArray(value)) {
    return value.map(item => firstUnknown(item, style)).find(name => name) ?? "";
  }
  if (value === null || typeof value !== "object" || !(style.fields || style.each)) {
    return "";
  }
  const known = new Map(style.fields ?? []);
  for (const [name, inner] of Object.entries(value)) {
    const below = style.each ?? known.get(name);
    const found = below ? firstUnknown(inner, below) : name;
    if (found) {
      return found;
    }
  }
  return "";
}

/**
 * Why an entry cannot be saved; empty if it can.
 * @param {Record<string, any>} values without what is empty
 * @param {Checks} checks
 * @param {Record<string, string>} messages
 */
export function refusal(values, checks, messages) {
  const isOpen = checks.ways.length > 0 && checks.ways.every(way => values[way.name] === undefined);
  return isOpen
    ? told(messages.way ?? "", { fields: checks.ways.map(way => way.label).join(", ") })
    : halfFilled(values, checks.parts, messages);
}

/**
 * @param {Record<string, any>} values
 * @param {Part[]} parts
 * @param {Record<string, string>} messages
 * @returns {string}
 */
function halfFilled(values, parts, messages) {
  for (const part of parts) {
    const value = values[part.name];
    for (const inner of Array.isArray(value) ? value : [value]) {
      if (inner !== null && typeof inner === "object") {
        const missing = part.needed.find(field => inner[field.name] === undefined);
        const said = missing ? halfFilledBy(part.label, missing.label, messages) : halfFilled(inner, part.parts, messages);
        if (said) {
          return said;
        }
      }
    }
  }
  return "";
}

/**
 * A part often has the name of the one field that it needs: it must not be told to lack itself.
 * @param {string} part
 * @param {string} field
 * @param {Record<string, string>} messages
 */
function halfFilledBy(part, field, messages) {
  return told((part === field ? messages.half_itself : messages.half) ?? "", { part, field });
}

/**
 * Why the entries of a register cannot be saved; empty if they can.
 * @param {Record<string, any>[]} entries without what is empty
 * @param {Checks} checks
 * @param {Record<string, string>} messages
 */
export function registerRefusal(entries, checks, messages) {
  const ids = entries.map(entry => entry.id);
  if (ids.includes(undefined)) {
    return messages.unnamed ?? "";
  }
  const twice = ids.find((id, place) => ids.indexOf(id) < place);
  if (twice !== undefined) {
    return told(messages.twice ?? "", { id: twice });
  }
  const known = new Set(entries.flatMap(entry => [entry.id, ...entry.aliases ?? []]));
  const gone = checks.ids.find(id => !known.has(id));
  if (gone !== undefined) {
    return told(messages.gone ?? "", { id: gone });
  }
  return entries.map(entry => refusal(entry, checks, messages)).find(said => said) ?? "";
}
