// Municipalities and counties with the addresses of their pages: what places.json says, read once
// for the look-up and the search. It is written in site/pages/municipalities/place_files.py.
import { fold, foldPlace } from "./fold.js";

/**
 * The file. The last folder of the page's address lies below that of the list of all.
 * @typedef {[number: string, name: string, folder: string]} PlaceRow
 * @typedef {{ places: PlaceRow[] }} PlacesFile
 */

/**
 * @typedef {{ number: string, name: string, names: string[], isCounty: boolean,
 *   countyName: string, isUnique: boolean, folder: string }} Place
 */

/** The places of the file. */
export class Places {
  /** @param {PlacesFile} file */
  constructor({ places }) {
    this.rows = places;
    this.counties = new Map(places.filter(row => row[0].length === 2).map(row => [row[0], row[1]]));
    this.list = places.map(row => this.place(row));
  }

  /**
   * @param {PlaceRow} row
   * @returns {Place}
   */
  place([number, name, folder]) {
    const isCounty = number.length === 2;
    const same = this.rows.filter(other => other[0].length > 2 && other[1] === name);
    return {
      number, name, isCounty, folder,
      names: name.split(" - ").map(fold),
      countyName: (this.counties.get(number.slice(0, 2)) || "").split(" - ")[0],
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
