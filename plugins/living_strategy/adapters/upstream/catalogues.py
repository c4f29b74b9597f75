"""Gets a catalogue from an address or a file, as a whole and verified."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from living_strategy.adapters.network.fetching import Terms, fetch
from living_strategy.language import Language
from living_strategy.limits import MAX_CATALOGUE_BYTES
from living_strategy.model.catalogue import Catalogue
from living_strategy.model.catalogue_reading import WRONG_SUM, RefusedCatalogue, read_catalogue
from living_strategy.upstream.offers import offered, root_of

# An address that somebody wrote down may be one of this machine or of the house's own network.
TERMS = Terms(seconds=120, most=MAX_CATALOGUE_BYTES, may_be_local=True)
Report = Callable[[str], None]
"""Is told what is being fetched."""


class Got(NamedTuple):
    """A catalogue as bytes and as a value. `address` is where it was found, empty for a file, and
    `site` the address below which the pages of its entries lie, if it is known.
    """

    raw: bytes
    catalogue: Catalogue
    address: str = ""
    site: str = ""


class RefusedError(Exception):
    """What was found is not used: `refused` says why, `where` which file or address it is."""

    def __init__(self, refused: RefusedCatalogue, where: str) -> None:
        super().__init__(refused, where)
        self.refused, self.where = refused, where

    def message(self, language: Language) -> str:
        """Say what is wrong, in a sentence."""
        text = language.text("{where} is not used: {reason}.")
        reason = language.context("problem", self.refused.reason)
        message = text.format(where=self.where, reason=reason)
        if self.refused.entry:
            entry = language.text("It is about the entry “{id}”.").format(id=self.refused.entry)
            return f"{message} {entry}"
        return message


def is_address(where: str) -> bool:
    """Whether something is to be fetched; everything else is the name of a file."""
    return "://" in where


def head(where: str, report: Report, terms: Terms = TERMS) -> Got:
    """Get what stands at an address, or in a file.

    Raises:
        FetchError: nothing was fetched.
        RefusedError: it is no catalogue, or one that must not be used.
        OSError: the file cannot be read.
    """
    if not is_address(where):
        with Path(where).open("rb") as file:
            raw = file.read(MAX_CATALOGUE_BYTES + 1)
        catalogue = _read(raw, where)
        return Got(raw, catalogue, site=catalogue.site)
    report(where)
    fetched = fetch(where, terms)
    raw = fetched.content or b""
    catalogue = _read(raw, where)
    return Got(raw, catalogue, where, catalogue.site or root_of(catalogue, fetched.url))


def version(where: str, name: str, report: Report, terms: Terms = TERMS) -> Got:
    """Get the newest edition from an address, or the version of this name. A file is taken as it
    is, and must be the version that is asked for.

    Raises:
        NoSuchVersion: there is none of this name.
        FetchError, RefusedError, OSError: see `head`.
    """
    got = head(where, report, terms)
    edition = offered(got.catalogue, name) if got.address else None
    if edition is None:
        if name and name != got.catalogue.version:
            offered(replace(got.catalogue, editions=()), name)
        return got
    address = f"{root_of(got.catalogue, where) or got.site}{edition.path}"
    report(address)
    raw = fetch(address, terms).content or b""
    if hashlib.sha256(raw).hexdigest() != edition.sha256:
        raise RefusedError(RefusedCatalogue(WRONG_SUM), address)
    return Got(raw, _read(raw, address), address, got.site)


def _read(raw: bytes, where: str) -> Catalogue:
    catalogue = read_catalogue(raw)
    if isinstance(catalogue, RefusedCatalogue):
        raise RefusedError(catalogue, where)
    return catalogue
