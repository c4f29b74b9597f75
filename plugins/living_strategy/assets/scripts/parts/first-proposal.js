// Saving again after a refusal. The program takes an entry for a proposal from the moment that it tries to save it for the
// first time, and looks in vain for its branch once that was refused.

/**
 * A backend that asks whether there is a proposal before it adds to one.
 * @template {{ persistEntry: Function, unpublishedEntry: Function }} Backend
 * @param {Backend} backend
 * @returns {Backend}
 */
export function firstAsked(backend) {
  const persist = backend.persistEntry.bind(backend);
  backend.persistEntry = async (/** @type {any} */ entry, /** @type {any} */ options) => {
    const isThere = options.unpublished && await isProposed(backend, options.collectionName, entry.dataFiles[0].slug);
    return persist(entry, { ...options, unpublished: isThere });
  };
  return backend;
}

/**
 * What is no certain no counts as yes: the program says by itself what it cannot do.
 * @param {{ unpublishedEntry: Function }} backend
 * @param {string} collection
 * @param {string} slug
 */
async function isProposed(backend, collection, slug) {
  try {
    await backend.unpublishedEntry({ collection, slug });
    return true;
  } catch (error) {
    return !(/** @type {any} */ (error)).notUnderEditorialWorkflow;
  }
}
