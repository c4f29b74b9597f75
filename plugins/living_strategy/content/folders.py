"""What lies in a content folder: no link is followed, and what is hidden is no content."""

from __future__ import annotations

from living_strategy.content.file_names import better_name, can_be_read, shown
from living_strategy.content.intake import Collector
from living_strategy.content.reading import fault_found
from living_strategy.content.source import Linked, Sort, Unreadable
from living_strategy.diagnostics import Location

# Other programs keep notes of their own beside a file under such names.
_NOTES = (".#", "._")


def listing(
    intake: Collector, folder: str, endings: tuple[str, ...]
) -> list[tuple[str, Sort]] | None:
    """Return the names in a folder, in order; none when it does not exist, None when it cannot be
    listed.

    Links are noted, and so are names that are not UTF-8, and hidden files that were meant to be
    read: those with one of the `endings`. Hidden files and folders are not among the names.
    """
    names = intake.source.listing(folder)
    if isinstance(names, (Linked, Unreadable)):
        intake.diagnostics.append(fault_found(intake.source, folder, names))
        return None
    return [
        (name, sort) for name, sort in names if _counts(intake, f"{folder}/{name}", sort, endings)
    ]


def _counts(intake: Collector, path: str, sort: Sort, endings: tuple[str, ...]) -> bool:
    """Whether a name is among those of its folder; if not, and if somebody may miss it, that has
    been noted.
    """
    name = path.rpartition("/")[2]
    if not can_be_read(name):
        suggestion = better_name(name)
        params = {"name": shown(name)} | ({"near": suggestion} if suggestion else {})
        intake.report("bad-file-name", Location(shown(path)), params)
        return False
    is_hidden = name.startswith(".")
    if sort is Sort.LINK:
        # A hidden link to a file is never followed; one to a folder may be, by other programs.
        if not is_hidden or intake.source.target(path).is_folder:
            intake.diagnostics.append(fault_found(intake.source, path, Linked(path)))
    elif is_hidden and name.lower().endswith(endings) and not name.startswith(_NOTES):
        params = {"endings": ", ".join(endings), "case": "hidden"}
        intake.report("unexpected-file", Location(path), params)
    return not is_hidden


def is_taken(intake: Collector, path: str, by: str) -> bool:
    """Whether a path below the root belongs to another file than `by`. Where capital letters make
    no difference, a file is found under both.
    """
    return intake.source.sort(path) is not None and not intake.source.is_same(path, by)
