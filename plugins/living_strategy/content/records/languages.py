"""Reads the language of a strategy: one of the program's, or a catalogue of the strategy's own."""

from __future__ import annotations

from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.source_file import SourceFile
from living_strategy.diagnostics import Location
from living_strategy.language import LANGUAGES, Language
from living_strategy.language.catalogue import ReadCatalogue, is_known, read_catalogue
from living_strategy.language.particulars import Commands
from living_strategy.settings import Settings

MAX_CATALOGUE = 4 * 1024 * 1024


def read_language(intake: Collector, settings: Settings, source: SourceFile) -> Language:
    """Return the language of the site; English where there are no words in another. Mistakes are
    noted. `source` is the file of the settings.
    """
    code = settings.language
    if code in LANGUAGES:
        return Language.load(code)
    at = source.locate(("language",))
    if not is_known(code):
        intake.report("unknown-language", at, {"value": code})
        return Language.load("en")
    path = f"{STRATEGY}/{settings.catalogue_file}"
    if intake.source.sort(path) is None:
        command = Commands((f"catalogue {code} --write",))
        intake.report("missing-catalogue", at, {"file": path, "commands": command})
        return Language.bare(code)
    text = intake.read(path, MAX_CATALOGUE)
    if text is None:
        return Language.bare(code)
    catalogue = read_catalogue(code, text)
    _report(intake, path, catalogue)
    return catalogue.language


def _report(intake: Collector, path: str, catalogue: ReadCatalogue) -> None:
    for fault in catalogue.faults:
        params = {"case": fault.case, "value": fault.words, "message": fault.message}
        code = "unreadable-catalogue" if catalogue.is_broken else "bad-translation"
        intake.report(code, Location(path, fault.line, 1), params)
    if catalogue.missing and not catalogue.is_broken:
        params = {
            "count": str(catalogue.missing),
            "total": str(catalogue.total),
            "readers": str(catalogue.missing_for_readers),
        }
        intake.report("untranslated", Location(path), params)
