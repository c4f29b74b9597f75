"""Comparisons of two contents that were made before, or are made now and may be kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, MutableMapping, Sequence

from living_strategy.history.file_pairs import Compared, Pair
from living_strategy.history.kept_changes import Made, Page


class KeptPairs(MutableMapping[Pair, Compared]):
    """Comparisons of two contents: those that were kept with a history, which are unpacked when
    they are asked for. `made` has what was compared or taken from there, by its digest.

    What is put in is not held: nearly no pair is asked for twice.
    """

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        self.made: dict[str, Made] = {}
        self._rows: dict[str, list[tuple[Page, int]]] = {}
        for page in pages:
            for number, row in enumerate(page.about):
                if row:
                    self._rows.setdefault(row[0], []).append((page, number))

    def __contains__(self, pair: object) -> bool:
        return bool(self._rows) and isinstance(pair, tuple) and self._kept(pair) is not None

    def __getitem__(self, pair: Pair) -> Compared:
        made = self._kept(pair) if self._rows else None
        if made is None:
            raise KeyError(pair)
        self.made.update((kept.delta.digest, kept) for kept in made)
        return tuple(kept.delta for kept in made)

    def _kept(self, pair: Pair) -> Sequence[Made] | None:
        """All deltas of a pair, in their order; None if one is missing."""
        rows = self._rows.get(_pair_key(pair), ())
        by_number = {event.number: event for page, number in rows if (event := page.made(number))}
        among = next((event.among for event in by_number.values()), 0)
        complete = among and by_number.keys() == set(range(among))
        return [by_number[number] for number in range(among)] if complete else None

    def __setitem__(self, pair: Pair, compared: Compared) -> None:
        if not isinstance(compared, str):
            key, among = _pair_key(pair) if compared else "", len(compared)
            for number, delta in enumerate(compared):
                self.made[delta.digest] = Made(key, number, among, delta)

    def __delitem__(self, pair: Pair) -> None:
        self._rows.pop(_pair_key(pair), None)

    def __iter__(self) -> Iterator[Pair]:
        raise TypeError("only hashes of pairs are kept")

    def __len__(self) -> int:
        return len(self._rows)


def _pair_key(pair: Pair) -> str:
    """Return a hash of the two contents, and of the paths, which say how they are read."""
    parts = [part for version in pair for part in version or ("", "")]
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=16).hexdigest()
