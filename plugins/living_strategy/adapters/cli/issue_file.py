"""An issue in a file: its text, or the JSON in which a host tells of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from living_strategy.adapters.cli.session import CannotStart
from living_strategy.adapters.system_faults import explained
from living_strategy.language import Language

# GitHub allows 65,536 characters in an issue; the JSON around it tells of the repository, too.
MAX_BYTES = 1 << 20
# Where the hosts put the issue in what they send, and what they call its parts.
_AROUND = ("issue", "object_attributes")
_TEXT, _ADDRESS = ("body", "description"), ("html_url", "web_url", "url")


@dataclass(frozen=True, slots=True)
class Issue:
    """The text of an issue, and its address, or empty."""

    text: str
    address: str = ""


def read_issue(path: Path, language: Language) -> Issue:
    """Return the issue in a file.

    Raises:
        CannotStart: there is none, or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CannotStart(explained(error, language)) from None
    if len(content) > MAX_BYTES:
        raise CannotStart(language.text("{file} is too large for an issue.").format(file=path))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = language.text("{file} is not text in UTF-8.")
        raise CannotStart(message.format(file=path)) from None
    return _from_json(text) if text.lstrip().startswith("{") else Issue(text)


def _from_json(text: str) -> Issue:
    """Return the issue that JSON tells of; text that is no such JSON is an issue itself."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return Issue(text)
    around = next((told[key] for key in _AROUND if isinstance(told.get(key), dict)), told)
    return Issue(_first(around, _TEXT), _first(around, _ADDRESS))


def _first(told: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next((told[key] for key in keys if isinstance(told.get(key), str)), "")
