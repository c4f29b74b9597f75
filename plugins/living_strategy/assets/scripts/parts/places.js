// Municipalities and counties, and what each of them takes part in: what places.json says, read
// once for the look-up and the search. It is written in site/pages/municipalities/view.py.
import { fold, foldPlace } from "./fold.js";

/**
 * The file: rows name projects, networks and mentions by their place in the lists of them. The
 * columns of each row are in the order of the type.
 * @typedef {[title: string, path: string, status: string, label: string, isDoubtful: boolean]} ProjectRow
 * @typedef {[title: string, path: string, projects: number[]]} NetworkRow
 * @typedef {[title: string, path: string]} MentionRow
 * @typedef {[number: string, name: string, projects: number[], memberOf: number[],
 *   nearby: number[], mentions: number[]]} PlaceRow
 * @typedef {{ projects: ProjectRow[], networks: NetworkRow[], mentions: MentionRow[],
 *   places: PlaceRow[], open: Record<string, [municipalities: number[], counties: number[]]> }} PlacesFile
 */

/**
 * A page to link to; a project has a status, too.
 * @typedef {{ title: string, path: string, status?: string, label?: string, isDoubtful?: boolean }} Target
 * @typedef {{ number: string, name: string, names: string[], isCounty: boolean, county: string,
 *   countyName: string, isUnique: boolean }} Place
 * @typedef {{ projects: Target[], member: Target[], nearby: Target[], mentions: Target[],
 *   through: Target[], open: Target[] }} Participation
 */

/** The places of the file. */
export class Places {
  /** @param {PlacesFile} file */
  constructor(file) {
    this.file = file;
    /** @type {Map<string, PlaceRow>} */
    this.rows = new Map(file.places.map(row => [row[0], row]));
    this.list = file.places.map(row => this.place(row));
  }

  /**
   * @param {PlaceRow} row
   * @returns {Place}
   */
  place([number, name]) {
    const county = number.slice(0, 2), isCounty = number.length === 2;
    const same = this.file.places.filter(other => other[0].length > 2 && other[1] === name);
    return {
      number, name, county, isCounty,
      names: name.split(" - ").map(fold),
      countyName: (this.rows.get(county)?.[1] || "").split(" - ")[0],
      isUnique: isCounty || same.length < 2
    };
  }

  /**
   * The places that somebody may mean, the surest first.
   * @param {string} text
   */
  matches(text) {
    const query = foldPlace(text);
    if (query.length < 2) { return []; }
    return this.list.map(place => ({ place, rank: rank(place, query) }))
      .filter(one => one.rank)
      .sort((one, other) => other.rank - one.rank);
  }

  /**
   * The places that are called exactly this, or have this number.
   * @param {string} text
   */
  named(text) { return this.matches(text).filter(one => one.rank === EXACT).map(one => one.place); }

  /**
   * What a place takes part in, what it could join, and where its name stands.
   * @param {Place} place
   * @returns {Participation}
   */
  participation({ number, county, isCounty }) {
    const { file } = this;
    const [, , projects, member, nearby, mentions] = /** @type {PlaceRow} */ (this.rows.get(number));
    const through = [...new Set([...member, ...nearby].flatMap(network => file.networks[network][2]))]
      .filter(project => !projects.includes(project));
    const open = (file.open[county] || [[], []])[isCounty ? 1 : 0]
      .filter(project => !projects.includes(project) && !through.includes(project));
    const project = (/** @type {number} */ at) => target(file.projects[at]);
    const network = (/** @type {number} */ at) => target([file.networks[at][0], file.networks[at][1]]);
    return {
      projects: projects.map(project), through: through.map(project), open: open.map(project),
      member: member.map(network), nearby: nearby.map(network),
      mentions: mentions.map(at => target(file.mentions[at]))
    };
  }
}

const EXACT = 3;

/**
 * 3: the number or one of the names, 2: the beginning of one, 1: the beginning of a word in it.
 * @param {Place} place
 * @param {string} query
 */
function rank(place, query) {
  if (place.number === query || place.names.includes(query)) { return EXACT; }
  if (/^[0-9]+$/.test(query)) { return place.number.startsWith(query) ? 2 : 0; }
  return Math.max(...place.names.map(name => {
    if (name.startsWith(query)) { return 2; }
    return name.split(/[\s-]+/).some(word => word.startsWith(query)) ? 1 : 0;
  }));
}

/**
 * @param {ProjectRow | MentionRow} row
 * @returns {Target}
 */
function target([title, path, status, label, isDoubtful]) { return { title, path, status, label, isDoubtful }; }
