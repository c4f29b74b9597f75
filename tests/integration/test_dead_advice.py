"""Texts that tell readers what to press are right about the site that was built, on both roads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from living_strategy.adapters import publishing
from living_strategy.adapters.plain.build import build_site
from living_strategy.adapters.plain.preview import Preview
from living_strategy.diagnostics import Finding
from living_strategy.form_site import PROGRAMS
from living_strategy.inspection import inspect_strategy
from living_strategy.language import Language
from living_strategy.site.edit_addresses import edit_template
from living_strategy.site.named_ways import named_ways
from tests.integration.site_support import (
    MKDOCS,
    TODAY,
    host_build,
    keep_few_municipalities,
    leave_out_search,
    write_texts,
)
from tests.integration.small_strategy import FILES

SETTINGS = "strategy/strategy.yml"
FORM = "form: {host: github, login: 'https://login.example.org'}\n"
CONTACT = "contact: post@lillevik.example\n"
GITHUB, OTHER = "https://github.com/eier/strategi", "https://git.lillevik.example/eier/strategi"
WORDS = tuple(named_ways(Language.load("nb")))
ADVICE = "".join(f"- Trykk på «{words}».\n" for words in WORDS)
PAGE = f"---\ntitle: Slik gjør du\n---\n\n{ADVICE}"
# Lines in the settings, the address of the repository, and whether the programs are there.
SITES = {
    "nothing": ("", "", False),
    "contact": (CONTACT, "", False),
    "github": ("", GITHUB, False),
    "another-host": ("", OTHER, False),
    "all-but-programs": (CONTACT + FORM, GITHUB, False),
    "form": (FORM, GITHUB, True),
    "everything": (CONTACT + FORM, GITHUB, True),
}


@pytest.fixture(autouse=True)
def _small_sites(monkeypatch: pytest.MonkeyPatch) -> None:
    leave_out_search(monkeypatch)
    keep_few_municipalities(monkeypatch)


def _dead(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.code == "dead-advice"]


def _advice(findings: tuple[Finding, ...]) -> set[str]:
    return {str(finding.params["words"]) for finding in _dead(findings)}


def _shown(site: Path) -> set[str]:
    """The words that stand on some page, alone in a link, a button or a title."""
    pages = [
        path.read_text("utf-8")
        for path in site.rglob("index.html")
        if path.parent.name != "slik-gjor-du"
    ]
    return {
        words
        for words in WORDS
        if any(re.search(rf">\s*{words}(?:\s*<| – )", page) for page in pages)
    }


@pytest.mark.parametrize("name", SITES)
def test_what_is_missing_is_what_no_page_shows(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Advice is dead exactly where no page of the site has the link or button; it is reported at
    its line, as a warning with a way out.
    """
    lines, repository, has_programs = SITES[name]
    programs = dict.fromkeys(PROGRAMS, b"x") if has_programs else {}
    monkeypatch.setattr(publishing, "kept_programs", lambda root: programs)
    settings = FILES[SETTINGS].replace("areas:", f"{lines}areas:")
    edit = "edit/main/" if repository == GITHUB else "src/branch/main/"
    host = f"repo_url: {repository}\nedit_uri: {edit}strategy/\n" if repository else ""
    files = {**FILES, SETTINGS: settings, "strategy/slik-gjor-du.md": PAGE}
    root = write_texts(tmp_path, {**files, "mkdocs.yml": f"{MKDOCS}{host}"})
    template = edit_template(f"{repository}/{edit}") if repository else ""
    plain = build_site(root, root / "plain", TODAY, edit=template, repository=repository)
    hosted = host_build(root).publication

    assert _advice(plain.diagnostics) == set(WORDS) - _shown(root / "plain")
    assert _advice(hosted.diagnostics) == set(WORDS) - _shown(root / "site")
    assert plain.diagnostics == hosted.diagnostics
    told = _dead(plain.diagnostics)
    places = [(finding.location.line, finding.severity.value) for finding in told]
    dead = sorted(_advice(plain.diagnostics), key=WORDS.index)
    assert places == [(5 + WORDS.index(words), "warning") for words in dead]


def test_a_check_knows_the_settings(tmp_path: Path) -> None:
    """It says what no address can change, and nothing that a build might not say."""
    root = write_texts(tmp_path, {**FILES, "strategy/slik-gjor-du.md": PAGE})
    checked = inspect_strategy(root, TODAY).diagnostics
    built = build_site(root, root / "site", TODAY).diagnostics

    # Where there is one way to report a status, it has the words above the ways alone.
    assert _advice(checked) == {
        "Skriv til oss om en endring",
        "Si fra til redaktørene om statusen",
        "Skriv til oss om statusen",
        "Fyll ut skjemaet",
        "Prøv skjemaet",
    }
    assert [finding for finding in checked if finding not in built] == []


def test_a_preview_waits_for_the_address(tmp_path: Path) -> None:
    """Pipelines give the address of the repository; at home one is told what a check says."""
    files = {**FILES, "strategy/slik-gjor-du.md": PAGE, "mkdocs.yml": MKDOCS}
    root = write_texts(tmp_path, files)

    shown = _dead(host_build(root, serving=True).publication.diagnostics)
    assert shown == _dead(inspect_strategy(root, TODAY).diagnostics) != []
    assert shown == _dead(Preview(root, lambda: TODAY).publication.diagnostics)


def test_a_page_may_say_when_they_are_there(tmp_path: Path) -> None:
    """Guides for many sites say so at their top, and are left alone."""
    page = PAGE.replace("\n---\n\n", "\nways: conditional\n---\n\n", 1)
    root = write_texts(tmp_path, {**FILES, "strategy/slik-gjor-du.md": page})

    assert _dead(build_site(root, root / "site", TODAY).diagnostics) == []
