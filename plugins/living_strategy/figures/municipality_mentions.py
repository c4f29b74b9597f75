"""Mentions of municipalities and counties, in whatever field, text or source they occur."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from pydantic import BaseModel

from living_strategy.content.corpus import ProsePage
from living_strategy.content.graph import Graph
from living_strategy.content.validate import id_from
from living_strategy.model import Entry, Organisation
from living_strategy.model.municipality import Municipalities, Municipality
from living_strategy.model.organisation import OrganisationKind

Holder = Entry | ProsePage

_ADDRESS = re.compile(r"https?://\S+")
_HOST = re.compile(r"(?<![\w-])([a-z0-9-]+)\.kommune\.no\b")
# To look behind the letter, and not first at every place, takes two thirds of the time.
_CAPITAL = re.compile(r"[^\W\d_a-zæøå](?<![\w@./-].)[\w-]*")
_MUNICIPALITY = re.compile(r" (?:kommunes?|herads?)\b")
_OF_MUNICIPALITY = re.compile(r"(?i)kommune|\bherad")
_COUNTY = re.compile(r" fylkes?kommunes?\b")
_IN_COUNTY = re.compile(r"(?: kommune)? (?:i |\()(?P<county>[^\W\d_][\w -]*)")
# A word after the end of a sentence, a line or a mark of a list has a capital whatever it means.
_BEGINS = re.compile(r"(?:\A|\n|[.!?|] |\|)[\s*_\"«#>-]*\Z")
_AND_OTHERS = re.compile(r"(?:, | og | and )(?=[^\W\d_a-zæøå])")
_LOOK_BACK = 12
# Organisations that may bear the name of a municipality, and are none and no part of any.
_CALLED_AFTER = (OrganisationKind.AGENCY, OrganisationKind.COMPANY, OrganisationKind.OTHER)


def municipality_mentions(graph: Graph) -> dict[str, tuple[Holder, ...]]:
    """Return the entries in force and written pages that name a municipality, by its number.

    That a name stands there is all that is said. A name that two municipalities share counts when
    the county stands behind it, and one that begins a sentence when `kommune` or another name
    follows, since it may be an ordinary word; a county when its authority is meant. What is called
    after a municipality is not the municipality: the university in Oslo is another, and so is a
    newspaper in Drammen.
    """
    finder = _Finder.of(graph)
    holders_by_number: dict[str, dict[str, Holder]] = {}
    for entry in graph.all_active:
        for number in finder.numbers_in_any(strings_of(entry)):
            holders_by_number.setdefault(number, {})[entry.id] = entry
    for page in graph.corpus.prose:
        for number in finder.numbers_in(page.text.text):
            holders_by_number.setdefault(number, {})[f"/{page.path}"] = page
    for number, holders in _by_organisation(graph):
        holders_by_number.setdefault(number, {}).update(holders)
    return {number: tuple(holders.values()) for number, holders in holders_by_number.items()}


def named_in_texts(graph: Graph) -> Iterator[str]:
    """Yield, entry by entry, the numbers of the municipalities that its text names."""
    finder = _Finder.of(graph)
    for entry in graph.all_active:
        yield " ".join(sorted(finder.numbers_in(entry.description)))


def _publishers(graph: Graph) -> Iterator[str]:
    """Yield the publishers that are no municipality: a newspaper, or an office of the state in a
    district. A name alone is the municipality itself.
    """
    register = graph.corpus.municipalities.by_number.values()
    names = {name for municipality in register for name in municipality.names}
    for entry in graph.all_active:
        for source in entry.sources:
            publisher = source.publisher
            if publisher and publisher not in names and not _OF_MUNICIPALITY.search(publisher):
                yield publisher


def strings_of(model: BaseModel) -> list[str]:
    """Return every text of an entry, at whatever depth, except words of closed vocabularies."""
    strings: list[str] = []
    _gather(model, strings)
    return strings


def _gather(value: object, strings: list[str]) -> None:
    # This sees every value of every entry. Most are plain texts, or nothing.
    kind = type(value)
    if kind is str:
        strings.append(value)  # type: ignore[arg-type]
    elif kind is tuple:
        for part in value:  # type: ignore[attr-defined]
            _gather(part, strings)
    elif isinstance(value, BaseModel):
        for part in value.__dict__.values():
            if type(part) is str:
                strings.append(part)
            elif part is not None and part != ():
                _gather(part, strings)
    elif isinstance(value, str) and not isinstance(value, Enum):
        strings.append(value)


def _by_organisation(graph: Graph) -> Iterator[tuple[str, dict[str, Holder]]]:
    """Yield the organisation that stands for a municipality, and what links to or mentions it."""
    for organisation in graph.active(Organisation):
        number = graph.corpus.municipalities.present(organisation.number or "")
        if not number:
            continue
        holders: dict[str, Holder] = {organisation.id: organisation}
        for link in graph.incoming.get(organisation.id, ()):
            # Without a source it is strategy.yml, which is no page.
            if link.source and not graph.entries[link.source].retired:
                holders[link.source] = graph.entries[link.source]
        for holder in graph.mentioned_in.get(organisation.id, ()):
            key = holder.id if isinstance(holder, Entry) else f"/{holder.path}"
            if not (isinstance(holder, Entry) and holder.retired):
                holders[key] = holder
        yield number, holders


class _Finder:
    """Finds municipalities and counties of the register in a text."""

    def __init__(self, register: Municipalities, others: Iterable[str] = ()) -> None:
        """`others` are names of what is called after a municipality."""
        self._register = register
        self._others = tuple(others)
        self._by_word: dict[str, list[tuple[str, list[Municipality]]]] = {}
        self._by_host: dict[str, list[Municipality]] = {}
        by_name: dict[str, list[Municipality]] = {}
        for municipality in register.by_number.values():
            for name in municipality.names:
                by_name.setdefault(name, []).append(municipality)
                if not municipality.is_county:
                    self._by_host.setdefault(id_from(name), []).append(municipality)
        # Longer names first: "Nord-Fron" is not "Nord".
        for name, municipalities in sorted(
            by_name.items(), key=lambda item: (-len(item[0]), item[0])
        ):
            self._by_word.setdefault(name.split(" ")[0], []).append((name, municipalities))

    @classmethod
    def of(cls, graph: Graph) -> _Finder:
        """Return the finder for the texts of a strategy, which knows its organisations."""
        register = graph.corpus.municipalities
        finder = cls(register)
        names = {
            organisation.title
            for organisation in graph.active(Organisation)
            if organisation.counted_as in _CALLED_AFTER
        }
        names.update(_publishers(graph))
        # The longest first: one may be part of another.
        in_order = sorted(names, key=lambda name: (-len(name), name))
        return cls(register, (name for name in in_order if finder.numbers_in(name)))

    def numbers_in_any(self, texts: Sequence[str]) -> set[str]:
        """Return the numbers of all municipalities that some of the texts name or link to."""
        # This is asked of every text that there is, and few name any.
        if not self._may_name("\n".join(texts)):
            return set()
        return {number for text in texts for number in self.numbers_in(text)}

    def _may_name(self, text: str) -> bool:
        """Whether a word or an address in the text may be that of a municipality."""
        named = not self._by_word.keys().isdisjoint(_CAPITAL.findall(text))
        return named or ".kommune.no" in text

    def numbers_in(self, text: str) -> set[str]:
        """Return the numbers of all municipalities that the text names or links to."""
        if not self._may_name(text):
            return set()
        hosts = _HOST.findall(text)
        numbers = {municipality.number for host in hosts for municipality in self._of_host(host)}
        words = _ADDRESS.sub(" ", text)
        for name in self._others:
            words = words.replace(name, " ")
        for match in _CAPITAL.finditer(words):
            for name, namesakes in self._by_word.get(match[0], ()):
                end = match.start() + len(name)
                if words.startswith(name, match.start()) and not _goes_on(words, end):
                    numbers |= self._meant(words, match.start(), end, namesakes)
                    break
        return numbers

    def _meant(self, text: str, start: int, end: int, namesakes: list[Municipality]) -> set[str]:
        if _COUNTY.match(text, end):
            return {namesake.number for namesake in namesakes if namesake.is_county}
        municipalities = [namesake for namesake in namesakes if not namesake.is_county]
        if len(municipalities) > 1:
            municipalities = self._in_county(text, end, municipalities)
        elif not _MUNICIPALITY.match(text, end) and _may_be_a_word(text, start, end):
            municipalities = []
        return {namesake.number for namesake in municipalities}

    def _in_county(
        self, text: str, end: int, namesakes: Iterable[Municipality]
    ) -> list[Municipality]:
        addition = _IN_COUNTY.match(text, end)
        return [
            municipality
            for municipality in namesakes
            if addition
            and any(
                addition["county"].startswith(name) for name in self._county_names(municipality)
            )
        ]

    def _of_host(self, host: str) -> list[Municipality]:
        """Look up `giske`, or `heroy-no` where a county tells two of a name apart."""
        exact = self._by_host.get(host, [])
        name, _, county = host.rpartition("-")
        if not exact and name:
            exact = [
                municipality
                for municipality in self._by_host.get(name, ())
                if any(
                    id_from(part).startswith(county) for part in self._county_names(municipality)
                )
            ]
        return exact if len(exact) == 1 else []

    def _county_names(self, municipality: Municipality) -> tuple[str, ...]:
        county = self._register.county(municipality)
        return county.names if county else ()


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] in "-_@")


def _may_be_a_word(text: str, start: int, end: int) -> bool:
    """Return whether the name may be an ordinary word: it begins a sentence, and no other name
    follows.
    """
    # A mark in front keeps what is cut off from being taken for the beginning of the text.
    before = text[:start] if start < _LOOK_BACK else f"x{text[start - _LOOK_BACK : start]}"
    return bool(_BEGINS.search(before)) and not _AND_OTHERS.match(text, end)
