// Saving where somebody else may have saved. The program takes an entry for a proposal from the moment that it tries to save
// it for the first time, also where that was refused; and where a branch of the same name is there, it writes over it.
import { refused } from "./content-file.js";

/** @typedef {{ diffs: { path: string, id: string }[] }} Proposal */

/**
 * A backend that asks what there is before it adds to it, and refuses where that is not what the editor has read.
 * @template {{ persistEntry: Function, unpublishedEntry: Function, getEntry: Function, unpublishedEntryDataFile: Function }} Backend
 * @param {Backend} backend
 * @param {string} changed what to say where somebody else has changed a file
 * @returns {Backend}
 */
export function firstAsked(backend, changed) {
  const persist = backend.persistEntry.bind(backend);
  const published = backend.getEntry.bind(backend);
  const proposed = backend.unpublishedEntryDataFile.bind(backend);
  /** @type {Map<string, string>} */
  const known = new Map();
  const now = async (/** @type {Proposal | null} */ proposal, /** @type {string} */ path, /** @type {string[]} */ [collection, slug]) => {
    const file = proposal?.diffs.find(diff => diff.path === path);
    return file ? proposed(collection, slug, path, file.id) : (await published(path)).data;
  };

  backend.getEntry = async (/** @type {string} */ path) => {
    const entry = await published(path);
    known.set(path, entry.data);
    return entry;
  };
  backend.unpublishedEntryDataFile = async (/** @type {any[]} */ ...place) => {
    const data = await proposed(...place);
    known.set(place[2], data);
    return data;
  };
  backend.persistEntry = async (/** @type {any} */ entry, /** @type {any} */ options) => {
    const { path, slug, raw } = entry.dataFiles[0];
    const place = [options.collectionName, slug];
    const proposal = await proposalOf(backend, place);
    if (!options.newEntry && known.has(path) && known.get(path) !== await now(proposal, path, place)) {
      throw refused(changed);
    }
    const done = await persist(entry, { ...options, unpublished: Boolean(proposal) });
    known.set(path, raw);
    return done;
  };
  return backend;
}

/**
 * The proposal that there is of an entry; null if there is none.
 * @param {{ unpublishedEntry: Function }} backend
 * @param {string[]} place
 * @returns {Promise<Proposal | null>}
 */
async function proposalOf(backend, [collection, slug]) {
  try {
    return await backend.unpublishedEntry({ collection, slug });
  } catch (error) {
    if (/** @type {any} */ (error).notUnderEditorialWorkflow) {
      return null;
    }
    throw error;
  }
}
