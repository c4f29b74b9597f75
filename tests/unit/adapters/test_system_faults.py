"""What the system refuses is a sentence in the language of the strategy."""

from __future__ import annotations

import errno
import os

import pytest

from living_strategy.adapters.system_faults import WRITING_PROBLEMS, explained
from living_strategy.language import Language


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "site.new/x"),
            "site.new/x kunne ikke leses eller skrives: disken er full.",
        ),
        (
            PermissionError(errno.EACCES, os.strerror(errno.EACCES), "site"),
            "site kunne ikke leses eller skrives: du har ikke tilgang.",
        ),
        (
            OSError(errno.EIO, "Input/output error"),
            "nett kunne ikke leses eller skrives: Input/output error.",
        ),
    ],
)
def test_sentences(error: OSError, sentence: str) -> None:
    """The file that the system names, or the one that was meant, and why."""
    assert explained(error, Language.load("nb"), "nett") == sentence


def test_the_words_are_those_of_the_system() -> None:
    """Each reason that has words of ours is one that the system gives."""
    names = ("ENOSPC", "EDQUOT", "EROFS", "ENAMETOOLONG", "EFBIG", "EISDIR", "ENOTDIR")

    assert sorted(WRITING_PROBLEMS) == sorted(os.strerror(getattr(errno, name)) for name in names)
