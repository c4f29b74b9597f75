"""Orders of the alphabet: where letters stand that English has not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

# By language, the letters behind z; those that stand together are one letter to its readers.
_NORWEGIAN, _SWEDISH = ("æä", "øö", "å"), ("å", "äæ", "öø")
_BEHIND_Z: Mapping[str, tuple[str, ...]] = {
    "da": _NORWEGIAN,
    "de": (),
    "en": (),
    "fi": _SWEDISH,
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "sv": _SWEDISH,
}
# Beside the letter they grew out of, unless they stand behind z: with marks, and Sámi ones.
_BESIDE = {
    "áàâãäå": "a",
    "čç": "c",
    "đ": "d",
    "éèêë": "e",
    "íìîï": "i",
    "ŋñ": "n",
    "óòôõöø": "o",
    "š": "s",
    "ŧ": "t",
    "úùû": "u",
    "ž": "z",
}
# Germans take ü for a u, all in the North for a y.
_GERMAN_U = ("de", "en")


@cache
def order_of(alphabet: str) -> dict[int, str]:
    """Return what to put in place of small letters, so that texts sort as the alphabet of
    a language has them. An unknown one has the English order.
    """
    order = {letter: plain for letters, plain in _BESIDE.items() for letter in letters}
    order |= {"æ": "ae", "ü": "u" if alphabet in _GERMAN_U else "y"}
    # The three characters behind z.
    for letters, place in zip(_BEHIND_Z.get(alphabet, ()), "{|}", strict=False):
        order |= dict.fromkeys(letters, place)
    return str.maketrans(order)
