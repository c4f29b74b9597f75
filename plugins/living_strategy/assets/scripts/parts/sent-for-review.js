// Saving that sends for review, too: for a report of a new status, which is done once it is saved.

const REVIEW = "pending_review";

/**
 * A backend whose proposals wait for review as soon as they are saved.
 * @template {{ persistEntry: Function, unpublishedEntry: Function, updateUnpublishedEntryStatus: Function }} Backend
 * @param {Backend} backend
 * @param {() => void} showAgain is called when a draft that was there before has been sent: the program does not look
 * @returns {Backend}
 */
export function sentForReview(backend, showAgain) {
  const persist = backend.persistEntry.bind(backend);
  backend.persistEntry = async (/** @type {any} */ entry, /** @type {any} */ options) => {
    await persist(entry, { ...options, status: REVIEW });
    if (options.unpublished) {
      const collection = options.collectionName;
      const { slug } = entry.dataFiles[0];
      const proposal = await backend.unpublishedEntry({ collection, slug });
      if (proposal.status !== REVIEW) {
        await backend.updateUnpublishedEntryStatus(collection, slug, REVIEW);
        showAgain();
      }
    }
  };
  return backend;
}
