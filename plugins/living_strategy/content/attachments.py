"""Files beside the written pages, such as pictures and documents: which of them are published."""

from __future__ import annotations

import errno
from collections.abc import Iterable

from living_strategy.content.drawings import MAX_BYTES, refusal
from living_strategy.content.file_names import better_file_name, is_file_name
from living_strategy.content.folders import is_taken
from living_strategy.content.intake import STRATEGY, Collector
from living_strategy.content.reading import fault_found
from living_strategy.content.source import NO_ORDINARY_FILE, ContentSource, Unreadable
from living_strategy.diagnostics import Location

PICTURES = ("png", "jpg", "jpeg", "gif", "webp", "avif", "ico")
DRAWING = "svg"
DOCUMENTS = ("pdf", "odt", "ods", "odp", "docx", "xlsx", "pptx")
DATA = ("csv", "txt", "json")
FONTS = ("woff2",)
KINDS_OF_FILES = (*PICTURES, DRAWING, *DOCUMENTS, *DATA, *FONTS)
# Files of these kinds that servers take orders from, or that speak for the whole site.
_ORDERS = (
    "vercel.json",
    "now.json",
    "routes.json",
    "firebase.json",
    "package.json",
    "ads.txt",
    "app-ads.txt",
    "security.txt",
)


def published(intake: Collector, paths: Iterable[str]) -> tuple[str, ...]:
    """Return the files that are published as they are; those that are not are noted, with the
    reason.
    """
    return tuple(path for path in paths if _may_be_published(intake, path))


def read_published(source: ContentSource, path: str) -> bytes:
    """Return the content of a file that may be published; `path` is relative to `strategy/`.

    Raises:
        OSError: it cannot be read any more, or a link stands in its place since it was checked.
    """
    file = f"{STRATEGY}/{path}"
    content = source.read(file, None)
    if isinstance(content, bytes):
        return content
    reason = content.reason if isinstance(content, Unreadable) else NO_ORDINARY_FILE
    raise OSError(errno.EIO, reason, file)


def _may_be_published(intake: Collector, path: str) -> bool:
    location = Location(f"{STRATEGY}/{path}")
    name = path.rpartition("/")[2].lower()
    ending = name.rpartition(".")[2] if "." in name else ""
    if ending not in KINDS_OF_FILES or name in _ORDERS:
        intake.report("unsafe-file", location, {"endings": ", ".join(KINDS_OF_FILES)})
        return False
    if not is_file_name(path):
        better_name = better_file_name(path)
        params = {"name": path} | ({"near": better_name} if better_name else {})
        if better_name and is_taken(intake, f"{STRATEGY}/{better_name}", location.file):
            params["case"] = "taken"
        intake.report("bad-file-name", location, params)
        return False
    return ending != DRAWING or _is_harmless(intake, location)


def _is_harmless(intake: Collector, location: Location) -> bool:
    """Whether a drawing holds nothing but drawing."""
    content = intake.source.read(location.file, MAX_BYTES)
    if not isinstance(content, bytes):
        intake.diagnostics.append(fault_found(intake.source, location.file, content))
        return False
    refused = refusal(content)
    if refused is None:
        return True
    refusal_location = Location(location.file, refused.line, refused.column)
    params = {"what": refused.what} if refused.what else {"what": "XML", "case": "unreadable"}
    intake.report("unsafe-drawing", refusal_location, params)
    return False
