"""From a finding to the words an editor reads."""

from __future__ import annotations

from string import Formatter

from living_strategy.diagnostics import Diagnostic, Finding
from living_strategy.language import Language
from living_strategy.rules import CODES

_UNKNOWN = "…"


def render(diagnostic: Diagnostic, language: Language) -> tuple[str, str]:
    """Message and hint in the language; the hint may be empty.

    Never fails: a particular that is missing shows as an ellipsis, and a code that is not known
    shows as itself.
    """
    code = CODES.get(diagnostic.code)
    if code is None:
        return diagnostic.code, ""
    hint = code.hint_for(diagnostic.params)
    message = code.message_for(diagnostic.params)
    return _filled(message, diagnostic, language), _filled(hint, diagnostic, language)


def severity_word(finding: Finding, language: Language) -> str:
    """Error, warning or note, in lower case."""
    return language.term(finding.severity).lower()


def _filled(template: str, diagnostic: Diagnostic, language: Language) -> str:
    names = {name for _, name, _, _ in Formatter().parse(language.text(template)) if name}
    missing = dict.fromkeys(names - diagnostic.params.keys(), _UNKNOWN)
    return language.message(template, {**diagnostic.params, **missing})
