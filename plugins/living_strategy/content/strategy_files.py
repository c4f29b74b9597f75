"""Sorts the files below strategy/: written pages, files to publish beside them, and the rest."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from living_strategy.content.file_names import better_page_name, is_page_name
from living_strategy.content.folders import is_taken, listing
from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.records.local_sites import LOCAL_SITES
from living_strategy.content.records.registers import REGISTERS, check_registers, near_register
from living_strategy.content.records.search_words import OWN
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.content.selection import Selection
from living_strategy.content.source import NO_ORDINARY_FILE, Sort
from living_strategy.diagnostics import Location
from living_strategy.language.particulars import Reason

PAGE = ".md"
# Endings of pages and settings that other programs know, and we do not.
_OTHERS = (".markdown", ".mdown", ".mkdn", ".mkd", ".mdx", ".yml", ".yaml")
_TEXTS = (PAGE, *_OTHERS)
# Folders within folders. Hosts call themselves for each level, and cannot do so without end.
MAX_DEPTH = 20
# The host leaves this folder out, whatever is in it.
_TEMPLATES = "templates"
_SETTINGS = tuple(path.removeprefix(f"{STRATEGY}/") for path in (SETTINGS, OWN, LOCAL_SITES))


class _Use(Enum):
    """What a file below `strategy/` is for, in the order of `StrategyFiles`."""

    PAGE = auto()
    BESIDE = auto()
    LEFT_OUT = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class StrategyFiles:
    """Paths below `strategy/`, in order: of written pages, of files beside them, of what the site
    does not take, and of what is noted already as no page and no file of the site.
    """

    pages: tuple[str, ...]
    beside: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def strategy_files(
    intake: Collector, selection: Selection, tables: Collection[str] = ()
) -> StrategyFiles:
    """Everything below `strategy/` but registers, settings, and what is hidden. What nobody would
    read is noted, and so are pages whose names cannot be addresses. `tables` are files that the
    settings name and that are read for what they say, as paths below `strategy/`.
    """
    files: dict[_Use, list[str]] = {use: [] for use in _Use}
    for path, sort in sorted(_walk(intake, tables)):
        if path not in _SETTINGS and path not in tables:
            use = _Use.LEFT_OUT if selection.leaves_out(path) else _use(intake, path, sort)
            files[use].append(path)
    return StrategyFiles(*(tuple(files[use]) for use in _Use))


def _use(intake: Collector, path: str, sort: str) -> _Use:
    """Decide what becomes of a file; if it is nothing, that is noted."""
    if path.startswith(f"{_TEMPLATES}/"):
        intake.report("bad-file-name", _at(path), {"name": _TEMPLATES, "case": "templates"})
    elif path.lower().endswith(PAGE):
        if _has_good_name(intake, path):
            return _Use.PAGE
    elif path.lower().endswith(_OTHERS):
        _pass_over(intake, path)
    elif sort == Sort.FILE.value:
        return _Use.BESIDE
    elif sort != Sort.LINK.value:  # links are noted already
        intake.report("file-unreadable", _at(path), {"reason": Reason(NO_ORDINARY_FILE)})
    return _Use.REFUSED


def _walk(intake: Collector, tables: Collection[str]) -> Iterator[tuple[str, str]]:
    """Path and sort of everything that is no folder; registers are looked at on the way."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        for name, sort in listing(intake, f"{STRATEGY}/{folder}".rstrip("/"), _TEXTS) or ():
            path = f"{folder}/{name}" if folder else name
            if sort is not Sort.FOLDER:
                yield path, sort.value
            elif f"{STRATEGY}/{path}" == REGISTERS:
                check_registers(intake, tables)
            elif path.count("/") < MAX_DEPTH:
                waiting.append(path)
            else:
                intake.report("bad-file-name", _at(path), {"name": name, "case": "deep"})


def _at(path: str) -> Location:
    return Location(f"{STRATEGY}/{path}")


def _has_good_name(intake: Collector, path: str) -> bool:
    """Whether a page's name can be its address; if not, the name to take is noted."""
    if is_page_name(path):
        return True
    params = {"name": path}
    if better_name := better_page_name(path):
        is_path_taken = is_taken(intake, f"{STRATEGY}/{better_name}", f"{STRATEGY}/{path}")
        params |= {"near": better_name} | ({"case": "taken"} if is_path_taken else {})
    intake.report("bad-file-name", _at(path), params)
    return False


def _pass_over(intake: Collector, path: str) -> None:
    """Report a file that looks like a page or like settings, but is read by nobody."""
    stem, ending = posixpath.splitext(path)
    if ending.lower() in (".yml", ".yaml"):
        expected, suggestion = ", ".join(_SETTINGS), _near_settings(path)
    else:
        expected, suggestion = PAGE, better_page_name(f"{stem}{PAGE}")
    params = {"endings": expected} | ({"near": suggestion} if suggestion else {})
    intake.report("unexpected-file", _at(path), params)


def _near_settings(path: str) -> str:
    """Return the settings file or register that a file was probably meant to be."""
    stem = posixpath.splitext(path.replace("_", "-"))[0].lower()
    for name in _SETTINGS:
        if f"{stem}.yml" == name:
            return name
    register = near_register(path.rpartition("/")[2])
    return f"{REGISTERS.removeprefix(f'{STRATEGY}/')}/{register}" if register else ""
