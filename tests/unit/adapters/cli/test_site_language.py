"""The language is known before anything is read, and click speaks it for as long as it should."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

import pytest

from living_strategy.adapters.cli.site_language import (
    VARIABLE,
    detect_language,
    install_translations,
    language_for,
)


@pytest.fixture
def nynorsk(tmp_path: Path) -> Path:
    """A strategy in nynorsk."""
    settings = tmp_path / "strategy" / "strategy.yml"
    settings.parent.mkdir()
    settings.write_text("title: [\nlanguage: 'nn'\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "environment", "code"),
    [
        ((), {}, "nb"),
        (("check", "--root", "{root}"), {}, "nn"),
        (("--root={root}", "check"), {}, "nn"),
        (("--root={root}", "check", "--root", "borte"), {}, "nb"),
        (("check", "--root"), {}, "nb"),
        (("check", "--root", "{root}"), {VARIABLE: "en"}, "en"),
        (("check", "--root", "{root}"), {VARIABLE: "xx"}, "nn"),
        (("check", "--root", "\0"), {}, "nb"),
    ],
)
def test_language_of(
    nynorsk: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    code: str,
) -> None:
    """The environment decides, then the strategy that the last --root names, then bokmål."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    words = [argument.format(root=nynorsk) for argument in arguments]

    assert detect_language(words, environment) == code


def test_language_of_the_folder(nynorsk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --root it is the strategy that the terminal stands in, broken or not."""
    (nynorsk / "goals").mkdir()
    monkeypatch.chdir(nynorsk / "goals")

    assert detect_language((), {}) == "nn"


@pytest.mark.parametrize("before", [None, "de"])
def test_click_speaks(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    """The default domain of gettext is ours while the block runs, and the caller's after it."""
    monkeypatch.delenv("LANGUAGE", raising=False)
    if before:
        monkeypatch.setenv("LANGUAGE", before)
    domain = gettext.textdomain()
    heard = []
    for code in ("nb", "en", "nn"):
        with install_translations(code):
            heard.append(gettext.gettext("Options"))

    assert heard == ["Valg", "Options", "Val"]
    assert gettext.gettext("Options") == "Options"
    assert (gettext.textdomain(), os.environ.get("LANGUAGE")) == (domain, before)


def test_click_speaks_until_an_error() -> None:
    """A run that fails leaves nothing behind either."""
    domain = gettext.textdomain()
    with pytest.raises(RuntimeError), install_translations("nn"):
        raise RuntimeError

    assert gettext.textdomain() == domain


@pytest.mark.parametrize(
    ("settings", "files", "code", "word"),
    [
        ("language: sv\n", {"languages/sv.po": "Mål"}, "sv", "Mål"),
        ("catalogue: strategy/ord.po\nlanguage: sv\n", {"ord.po": "Syften"}, "sv", "Syften"),
        ("language: sv\n", {}, "en", "Goals"),
        ("language: xx\n", {}, "nb", "Mål"),
        ("title: Plan\n", {}, "nb", "Mål"),
    ],
)
def test_language_of_a_catalogue(
    tmp_path: Path, settings: str, files: dict[str, str], code: str, word: str
) -> None:
    """A strategy with a catalogue is answered in its words, and in English without them."""
    folder = tmp_path / "strategy"
    (folder / "languages").mkdir(parents=True)
    (folder / "strategy.yml").write_text(settings, "utf-8")
    for name, goals in files.items():
        (folder / name).write_text(f'msgid "Goals"\nmsgstr "{goals}"\n', "utf-8")
    language = language_for(("--root", str(tmp_path)), {})

    assert (language.code, language.text("Goals")) == (code, word)
    assert language_for(("--root", str(tmp_path)), {VARIABLE: "nn"}).code == "nn"


def test_catalogue_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that is no text, or a folder in its place, leaves English to say so."""
    folder = tmp_path / "strategy" / "languages"
    folder.mkdir(parents=True)
    (folder.parent / "strategy.yml").write_text("language: sv\n", "utf-8")
    (folder / "sv.po").write_bytes(b"\xff\xfe")

    assert language_for(("--root", str(tmp_path)), {}).code == "en"
