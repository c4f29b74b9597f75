"""One data file a diagnostic code: a small strategy with one thing broken, and the finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from living_strategy.language import LANGUAGES, Language
from living_strategy.rules import CODES
from tests.factories import shown
from tests.golden.cases import CASES, read_case, run_case

# How many messages there are changes with every new text of the program.
COUNTS = re.compile(r"\b(count|readers|total)='\d{4}'")


def rewrite(case: Path, lines: list[str]) -> None:
    """Replace what is expected, which is the last key of a case."""
    before = case.read_text("utf-8").partition("\nexpected:")[0].rstrip()
    expected = yaml.safe_dump({"expected": lines}, allow_unicode=True, width=10_000)
    case.write_text(f"{before}\n{expected}", encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_finding(case: Path, pytestconfig: pytest.Config) -> None:
    """Each case has exactly the findings it lists, at these places and with these particulars."""
    findings = [
        COUNTS.sub(r"\1='…'", finding) if "[untranslated]" in finding else finding
        for finding in shown(run_case(case).diagnostics)
    ]

    if pytestconfig.getoption("--update-golden"):
        rewrite(case, findings)
    assert findings == read_case(case).get("expected")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_one_mistake_one_message(case: Path) -> None:
    """A case about a code has one finding, of that code, unless it explains why it has more."""
    data = read_case(case)
    codes = [re.search(r"\[([a-z0-9-]+)\]", line) for line in data["expected"]]
    names = [code[1] for code in codes if code]

    assert case.stem in names or case.stem not in CODES
    assert len(names) == 1 or data.get("explain")


def test_every_code_has_a_case() -> None:
    """Each diagnostic code has a golden case of its name."""
    assert set(CODES) - {case.stem for case in CASES} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_message(case: Path, language: str) -> None:
    """Message and hint of each finding read in every language, with all their particulars."""
    words = Language.load(language)

    for finding in run_case(case).diagnostics:
        code = CODES[finding.code]
        hint = code.hint_for(finding.params)
        assert words.message(code.message_for(finding.params), finding.params).strip()
        assert words.message(hint, finding.params) or not hint
