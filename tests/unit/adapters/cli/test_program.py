"""The program in this process: each run in its own language, and nothing of it stays behind."""

from __future__ import annotations

import gc
import gettext
import os
import signal
import sys
from pathlib import Path

import click
import pytest

from living_strategy.adapters.cli.commands import COMMANDS
from living_strategy.adapters.cli.program import make_program, run
from living_strategy.adapters.cli.site_language import VARIABLE
from living_strategy.language import LANGUAGES, Language

SUMMARIES = {
    "nb": "Finn feil i strategien.",
    "en": "Find mistakes in the strategy.",
    "nn": "Finn feil i strategien.",
}
WORDS_OF_CLICK = {
    "nb": ("Bruk:", "Valg:", "Kommandoer:"),
    "en": ("Usage:", "Options:", "Commands:"),
    "nn": ("Bruk:", "Val:", "Kommandoar:"),
}


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of any strategy: the program would speak with its words."""
    monkeypatch.chdir(tmp_path)


def said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, code: str, *words: str
) -> tuple[int, str, str]:
    """Exit code, output and remarks of a run in a language."""
    monkeypatch.setenv(VARIABLE, code)
    exit_code = run(words)
    output = capsys.readouterr()
    return exit_code, output.out, output.err


def test_languages_after_each_other(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each run speaks its own language, whatever the runs before it spoke."""
    for code in ("nb", "en", "nn", "nb"):
        exit_code, help_text, _ = said(capsys, monkeypatch, code, "--help")

        assert exit_code == 0
        assert SUMMARIES[code] in help_text
        assert [word for word in WORDS_OF_CLICK[code] if word not in help_text] == []


@pytest.mark.parametrize("arguments", [("check", "--help"), ("new", "--help"), ("--root",), ("x",)])
def test_a_run_is_as_the_first(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    """Help and refusals are the same to the letter after runs in other languages."""
    first = {code: said(capsys, monkeypatch, code, *arguments) for code in ("nb", "nn", "en")}
    again = {code: said(capsys, monkeypatch, code, *arguments) for code in ("en", "nn", "nb")}

    assert first == again
    assert len(set(first.values())) == 3


@pytest.mark.parametrize("code", LANGUAGES)
def test_summaries_are_shown_whole(code: str) -> None:
    """On a terminal of 80 columns no summary in the list of commands is cut."""
    language = Language.load(code)
    program = make_program(language)
    shown = program.get_help(click.Context(program, terminal_width=80))
    summaries = [language.text(command.summary) for command in COMMANDS]

    assert [text for text in summaries if text not in " ".join(shown.split())] == []


def test_nothing_stays_in_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signals, collecting, streams, gettext and the environment are those of the caller."""

    def process() -> tuple[object, ...]:
        pipe = getattr(signal, "SIGPIPE", None)
        return (
            pipe and signal.getsignal(pipe),
            gc.isenabled(),
            sys.stdout.errors,
            gettext.textdomain(),
            dict(os.environ),
            Path.cwd(),
        )

    monkeypatch.setenv(VARIABLE, "nn")
    before = process()
    run(("--help",))
    run(("no-such-command",))

    assert process() == before


def test_a_command_that_is_nearly_right(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt command is answered with the one that was meant, without loading any."""
    exit_code, _, refusal = said(capsys, monkeypatch, "nb", "chek")

    assert exit_code == 2
    assert "Mente du" in refusal
    assert "check" in refusal


def test_version(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`--version` comes before everything else."""
    exit_code, shown, remarks = said(capsys, monkeypatch, "nb", "--version", "no-such-command")

    assert (exit_code, remarks) == (0, "")
    assert shown.startswith("living-strategy ")
