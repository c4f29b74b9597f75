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
