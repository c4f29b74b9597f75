// What pages are, by the names that the index has for them, so that results can be grouped and
// counted without fetching them. facets.json is written in site/pages/search/view.py.

/**
 * The file: what each page of an entry is, by its path, in the order of the paths. A status has the
 * year of its date, if it has one, and is doubtful when time may have changed it.
 * @typedef {[kind: string, status: string, year: number | null, doubtful: 0 | 1, areas: string[]]} FacetsRow
 * @typedef {Record<string, FacetsRow>} FacetsFile
 */

const OTHER = "page", OVERVIEW = "overview";
// Behind a status: it is confirmed. Only where that is a part of all is there a choice of it.
const CONFIRMED = "-confirmed";
/** @type {FacetsRow} */
const NOTHING = [OTHER, "", null, 0, []];

export class Facets {
  /**
   * @param {FacetsFile} file
   * @param {readonly string[]} ids The index's names of entries, in the order of their paths, and
   *   after them those of overviews.
   * @param {number} since The first year of a status that counts as confirmed.
   */
  constructor(file, ids, since) {
    const rows = Object.values(file), paths = Object.keys(file);
    /** @type {Map<string, FacetsRow>} */
    this.rows = new Map(ids.map((id, at) => [id, rows[at] || [OVERVIEW, "", null, 0, []]]));
    this.names = new Map(ids.map((id, at) => [id, paths[at]?.split("/").at(-2) || ""]));
    this.since = since;
  }

  /**
   * The id of the entry that a page is of; empty for other pages.
   * @param {string} id
   */
  name(id) { return this.names.get(id) || ""; }

  /** @param {string} id */
  kind(id) { return this.rows.get(id)?.[0] || OTHER; }

  /** @param {string} id */
  isList(id) { return this.kind(id) === OVERVIEW; }

  /** @param {string} id */
  status(id) { return this.rows.get(id)?.[1] || ""; }

  /**
   * The year of a status, and whether it is doubtful.
   * @param {string} id
   */
  age(id) {
    const [, , year, doubtful] = this.rows.get(id) || NOTHING;
    return { year, isDoubtful: Boolean(doubtful) };
  }

  /**
   * What a page can be narrowed by.
   * @param {string} name
   * @param {string} id
   * @returns {string[]}
   */
  values(name, id) {
    const [kind, status, year, , areas] = this.rows.get(id) || NOTHING;
    if (name === "kind") { return [kind]; }
    if (name === "area") { return areas; }
    if (!status) { return []; }
    return year !== null && year >= this.since ? [status, status + CONFIRMED] : [status];
  }
}
