"""Detection of the language: before anything is read, so that every text can be in it."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from living_strategy.adapters.cli.content_root import SETTINGS, find_root
from living_strategy.language import CATALOGUES, DOMAIN, LANGUAGES, Language

VARIABLE = "LIVING_STRATEGY_LANGUAGE"
DEFAULT = "nb"
_GETTEXT_LANGUAGE = "LANGUAGE"
_LINE = re.compile(rb"^language:\s*[\"']?([a-z]{2,3}(?:-[A-Za-z0-9]{2,4})*)\b", re.M)
_CATALOGUE = re.compile(rb"^catalogue:\s*[\"']?([A-Za-z0-9_][A-Za-z0-9_./-]*)", re.M)
_TERMS = re.compile(rb"^terms:.*(?:\n(?:[ \t#].*)?)*", re.M)
_MAX_CATALOGUE = 4 * 1024 * 1024
_MAX_HEAD_SIZE = 64 * 1024


def language_for(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language for a run of the program, with the strategy's own words if it has some
    in that language.
    """
    root = root_in(arguments) or find_root()
    head = _head(root / SETTINGS) if root else b""
    language = _spoken_language(environment.get(VARIABLE, ""), root, head)
    if (_code_in(head) or DEFAULT) != language.code or not (block := _TERMS.search(head)):
        return language
    # Most strategies have no words of their own, and what reads them is slow to load.
    from living_strategy.adapters.cli.own_words import naming

    return naming(language, block[0].decode(errors="replace"))


def detect_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language code: the environment's choice, or the strategy's own, or bokmål.

    The settings may be broken, and the arguments wrong: that has to be said in a language too, so
    both are only glanced at here.
    """
    chosen = environment.get(VARIABLE, "")
    if chosen in LANGUAGES:
        return chosen
    root = root_in(arguments) or find_root()
    code = _code_in(_head(root / SETTINGS)) if root else ""
    return code if code in LANGUAGES else DEFAULT


@contextmanager
def install_translations(code: str) -> Iterator[None]:
    """Let gettext's default domain, which click asks for its own words, be our catalogue in this
    language while the block runs.
    """
    domain, folder = gettext.textdomain(), gettext.bindtextdomain(DOMAIN)
    language = os.environ.get(_GETTEXT_LANGUAGE)
    os.environ[_GETTEXT_LANGUAGE] = code
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)
    try:
        yield
    finally:
        gettext.textdomain(domain)
        gettext.bindtextdomain(DOMAIN, folder)
        if language is None:
            os.environ.pop(_GETTEXT_LANGUAGE, None)
        else:
            os.environ[_GETTEXT_LANGUAGE] = language


def root_in(arguments: Sequence[str]) -> Path | None:
    """Return the folder that `--root` names, also for help, which is shown before it is read."""
    root = None
    for index, argument in enumerate(arguments):
        if argument == "--root":
            root = "".join(arguments[index + 1 : index + 2])
        elif argument.startswith("--root="):
            root = argument.removeprefix("--root=")
    return Path(root) if root else None


def _head(settings: Path) -> bytes:
    """Return the beginning of the settings, or nothing if they cannot be read."""
    try:
        if not settings.is_file():
            return b""
        with settings.open("rb") as file:
            return file.read(_MAX_HEAD_SIZE)
    except (OSError, ValueError):
        return b""


def _code_in(head: bytes) -> str:
    match = _LINE.search(head)
    return match[1].decode() if match else ""


def _spoken_language(chosen: str, root: Path | None, head: bytes) -> Language:
    """Return the environment's choice, one of the program's own languages, or that of the
    strategy's catalogue. It is English where the catalogue has no words.
    """
    if chosen in LANGUAGES:
        return Language.load(chosen)
    code = _code_in(head) or DEFAULT
    if root is None or code in LANGUAGES:
        return Language.load(code)
    from living_strategy.language.catalogue import is_known, read_catalogue

    if not is_known(code):
        return Language.load(DEFAULT)
    match = _CATALOGUE.search(head)
    path = match[1].decode() if match else f"languages/{code}.po"
    text = _text_of(root / SETTINGS.rpartition("/")[0] / path.removeprefix("strategy/"))
    return read_catalogue(code, text).language if text else Language.load("en")


def _text_of(path: Path) -> str:
    """Return a text that is there and of a size that can be one, or an empty one."""
    try:
        if not path.is_file() or path.stat().st_size > _MAX_CATALOGUE:
            return ""
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
