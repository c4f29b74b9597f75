"""The checks: docs/checks, one page a code in three languages, and the list of them all.

The sentences are those of real findings: the golden cases have one for each code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from tests.golden.cases import CASES, run_case

from living_strategy.language import Language
from living_strategy.language.particulars import Particulars
from living_strategy.rules import CODES, Code
from tools.catalogues import PLACEHOLDER, words_of
from tools.own_words import without_nouns
from tools.reference.fields import cell

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "checks"
# Word for each part of a page, by language.
PARTS = {
    "nb": ("Bokmål", "Alvorlighet", "alltid", "Melding", "Råd", "Råd når noe ligner",
           "Råd i et annet tilfelle"),
    "nn": ("Nynorsk", "Alvorsgrad", "alltid", "Melding", "Råd", "Råd når noko liknar",
           "Råd i eit anna tilfelle"),
    "en": ("English", "Severity", "always", "Message", "Hint", "Hint when something is near",
           "Hint in another case"),
}  # fmt: skip
INDEX = """\
# Kontrollene

Hver kontroll har en fast kode. Siden om koden sier hva den betyr på bokmål, nynorsk og engelsk, og
viser et eksempel på feilen og på rettelsen. `living-strategy explain <kode>` viser det samme.
Hvor alvorlig en kontroll er, kan endres under `severity` i strategy.yml, men ikke når det står
«alltid». Meldingene er fra virkelige funn; hver strategi får sine egne navn og tall i dem.

Sidene er laget av tekstene i `plugins/living_strategy/rules/`. Endre dem der, og kjør så
`python tools/catalogues.py docs`.

| Kode | Alvorlighet | Melding |
|---|---|---|
"""


def pages() -> dict[str, str]:
    """Return the text of every page in docs/checks by file name."""
    texts = {f"{name}.md": _check_page(code) for name, code in CODES.items()}
    rows = "".join(
        f"| [{name}]({name}.md) | {_severity('nb', code)} | "
        f"{cell(_message('nb', code, code.message))} |\n"
        for name, code in sorted(CODES.items())
    )
    return texts | {"README.md": INDEX + rows}


def write() -> None:
    """Write all pages anew, and remove those of codes that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    texts = pages()
    for old in set(FOLDER.glob("*.md")) - {FOLDER / name for name in texts}:
        old.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


def _check_page(code: Code) -> str:
    sections = "".join(_check_section(language, code) for language in PARTS)
    return (
        f"# {code.name}\n\n{sections}"
        f"## Eksempel\n\nFeil · wrong:\n\n{_block(code.wrong)}\n"
        f"Riktig · rett · right:\n\n{_block(code.right)}"
    )


def _check_section(language: str, code: Code) -> str:
    heading, severity, _, message, hint, hint_near, hint_else = PARTS[language]
    lines = [f"{severity}: {_severity(language, code)}"]
    lines += [
        f"{message}: {_message(language, code, text)}"
        for text in (code.message, *code.messages.values())
    ]
    hints = [(hint, code.hint), (hint_near, code.hint_near)]
    hints += [(hint_else, text) for text in code.hints.values()]
    lines += [f"{word}: {_hint(language, code, text)}" for word, text in hints if text]
    listed = "".join(f"- {line}\n" for line in lines)
    return f"## {heading}\n\n{_escaped(_translator(language)(code.meaning, None))}\n\n{listed}\n"


def _severity(language: str, code: Code) -> str:
    word = _translator(language)(code.severity.value.capitalize(), "severity").lower()
    return f"{word} ({PARTS[language][2]})" if code.fixed else word


def _message(language: str, code: Code, text: str) -> str:
    """Write a message as readers see it, with the particulars of a finding that has it."""
    findings = _particulars(code.name)
    return _sentence(
        language, text, [finding for finding in findings if code.message_for(finding) == text]
    )


def _hint(language: str, code: Code, text: str) -> str:
    """Write a hint as readers see it. The usual one is taken from any finding of the code."""
    findings = _particulars(code.name)
    fitting = [finding for finding in findings if code.hint_for(finding) == text]
    return _sentence(language, text, fitting or (findings if text == code.hint else ()))


def _sentence(language: str, text: str, findings: Sequence[Particulars]) -> str:
    """Fill a text with the particulars of the first finding that has all, or with placeholders."""
    names = {placeholder.strip("{}") for placeholder in PLACEHOLDER.findall(without_nouns(text))}
    # The language itself knows what its currency is called.
    names.discard("currency")
    for particulars in (*findings, {}):
        if names <= particulars.keys():
            return _escaped(_language(language).message(text, particulars))
    return _pattern(_translator(language), text)


@cache
def _language(code: str) -> Language:
    return Language.load(code)


@cache
def _particulars(code: str) -> tuple[Particulars, ...]:
    """Return the particulars of the findings of a code in the golden cases, its own case first."""
    cases = sorted(CASES, key=lambda case: case.stem != code)
    mentioning = [case for case in cases if f"[{code}]" in case.read_text("utf-8")]
    return tuple(
        finding.params
        for case in mentioning
        for finding in run_case(case).diagnostics
        if finding.code == code
    )


def _pattern(translate: Callable[[str, str | None], str], text: str) -> str:
    return PLACEHOLDER.sub(
        lambda match: f"‹{translate(words_of(match[0]), 'placeholder')}›",
        _escaped(translate(text, None)),
    )


def _escaped(text: str) -> str:
    return re.sub(r"([<>*\[\]\\])", r"\\\1", text)


def _block(example: str) -> str:
    return f"```text\n{example}\n```\n"


@cache
def _translator(language: str) -> Callable[[str, str | None], str]:
    of_readers = _language(language)

    def translate(text: str, context: str | None) -> str:
        return of_readers.context(context, text) if context else of_readers.text(text)

    return translate
