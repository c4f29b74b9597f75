"""What is decided of the goals of this strategy in its newest edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from living_strategy.history.comparison import Comparison
from living_strategy.history.edition import CATALOGUE, Edition
from living_strategy.model.catalogue import Catalogue
from living_strategy.model.catalogue_reading import read_catalogue
from living_strategy.upstream.treatment import TREATED


def released_hashes(
    comparisons: Iterable[Comparison], editions: Mapping[str, Edition]
) -> Mapping[str, str]:
    """Return the hash of what is decided of each goal in the newest edition that is published, by
    its id; nothing where there is none.
    """
    published = [
        (comparison.occasion.day.latest(), file.content)
        for comparison in comparisons
        if comparison.is_known and (edition := editions.get(comparison.occasion.key))
        for file in edition.files
        if file.name == CATALOGUE
    ]
    if not published:
        return {}
    _, newest = max(published, key=lambda dated: dated[0])
    catalogue = read_catalogue(newest)
    if not isinstance(catalogue, Catalogue):
        return {}
    return {entry.id: entry.decided for entry in catalogue.of_kind(TREATED)}
