"""What the system refuses while a site is written, such as room on the disk, as a sentence."""

from __future__ import annotations

from living_strategy.language import Language

# What systems commonly say when a file cannot be written.
WRITING_PROBLEMS = (
    "No space left on device",
    "Disk quota exceeded",
    "Read-only file system",
    "File name too long",
    "File too large",
    "Is a directory",
    "Not a directory",
)


def explained(error: OSError, language: Language, file: object = "") -> str:
    """Return the sentence; `file` stands where the system names none."""
    message = language.text("{file} could not be read or written: {reason}.")
    reason = language.context("problem", error.strerror or type(error).__name__)
    return message.format(file=error.filename or file or "…", reason=reason)
