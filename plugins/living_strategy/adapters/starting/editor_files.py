"""What tells an editor such as Visual Studio Code which fields a file of content has."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from living_strategy.forms.schema_files import (
    EDITOR,
    EDITOR_SETTINGS,
    PUBLISHED,
    editor_settings,
    schema_files,
)
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry

_FOLDER = "schemas"


class NotSettings(ValueError):  # noqa: N818 - nothing is wrong with them but for us
    """The settings of the editor are there in a form that cannot be added to."""


def editor_files(
    language: Language,
    kinds: Iterable[type[Entry]] = KINDS,
    url: str = "",
    before: bytes | None = None,
) -> dict[str, bytes]:
    """Return the settings of the editor, added to those it has, and the schemas they name. With the
    address of a published site, which ends with a slash, they name those that lie there.

    Raises:
        NotSettings: see there.
    """
    files = tuple(schema_files(kinds))
    folder = f"{url}{PUBLISHED}" if url else f"./{EDITOR}/{_FOLDER}"
    texts = {EDITOR_SETTINGS: editor_settings(files, folder, _settings(before))}
    if not url:
        texts |= {f"{EDITOR}/{_FOLDER}/{file.file_name}": file.text(language) for file in files}
    return {path: text.encode() for path, text in texts.items()}


def _settings(content: bytes | None) -> dict[str, Any]:
    try:
        settings = json.loads(content or b"{}")
    except ValueError:
        raise NotSettings from None
    if not isinstance(settings, dict) or not isinstance(settings.get("yaml.schemas", {}), dict):
        raise NotSettings
    return settings
