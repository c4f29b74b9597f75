"""The files of a strategy brought to the names of today: what changes, what is left to people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from living_strategy.model import KINDS
from living_strategy.upgrades.renaming import rename
from living_strategy.upgrades.upgrade import (
    ANY,
    PAGES,
    SETTINGS,
    Action,
    RenamedFile,
    RenamedKey,
    RenamedValue,
    Step,
    Upgrade,
)

_STRATEGY = "strategy"
_SETTINGS_FILE = f"{_STRATEGY}/strategy.yml"
_REGISTERS = f"{_STRATEGY}/registers"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step was carried out, or could not be: a file, and a line or 0 for the whole file."""

    file: str
    line: int
    step: Step


@dataclass(frozen=True, slots=True)
class Migration:
    """What a strategy must follow. `files` has new content by path, and None for a path that is no
    longer; `done` says what was renamed and `left` what nobody but people can; `actions` go with
    the files that they concern.
    """

    files: Mapping[str, bytes | None]
    done: tuple[Place, ...]
    left: tuple[Place, ...]
    actions: tuple[tuple[Action, tuple[str, ...]], ...]


def migrate(files: Mapping[str, bytes], upgrades: Sequence[Upgrade]) -> Migration:
    """Carry out every step in every file that has an old name. Nothing comes of a second time."""
    now = dict(files)
    done: list[Place] = []
    left: list[Place] = []
    for upgrade in upgrades:
        for step in upgrade.steps:
            if isinstance(step, RenamedFile):
                _move(now, step, done, left)
            else:
                _rename(now, step, done, left)
    changed: dict[str, bytes | None] = {
        path: content for path, content in now.items() if files.get(path) != content
    }
    gone = dict.fromkeys(files.keys() - now.keys())
    actions = tuple(
        (action, concerned)
        for upgrade in upgrades
        for action in upgrade.actions
        if (concerned := tuple(_concerned(now, action)))
    )
    return Migration(dict(sorted((changed | gone).items())), tuple(done), tuple(left), actions)


def places(kind: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield where fields of a kind stand: a pattern of paths, and the path of keys to an entry."""
    if kind == SETTINGS:
        yield _SETTINGS_FILE, ()
    elif kind == PAGES:
        yield f"{_STRATEGY}/*.md", ()
    else:
        entry = next(entry for entry in KINDS if entry.kind == kind)
        if entry.folder:
            yield from ((f"{entry.folder}/*.{ending}", ()) for ending in ("md", "yml"))
        elif entry.register:
            yield f"{_REGISTERS}/{entry.register}.yml", (ANY,)
        else:
            yield _SETTINGS_FILE, ("areas", ANY)


def _rename(
    files: dict[str, bytes],
    step: RenamedKey | RenamedValue,
    done: list[Place],
    left: list[Place],
) -> None:
    for pattern, base in (place for kind in step.kinds for place in places(kind)):
        for path in [path for path in files if fnmatchcase(path, pattern)]:
            renaming = rename(path, files[path], step, base)
            files[path] = renaming.content
            done += [Place(path, line, step) for line in renaming.lines]
            left += [Place(path, line, step) for line in renaming.left]


def _move(files: dict[str, bytes], step: RenamedFile, done: list[Place], left: list[Place]) -> None:
    if step.old not in files:
        return
    place = Place(step.old, 0, step)
    if step.new in files:
        left.append(place)
    else:
        files[step.new] = files.pop(step.old)
        done.append(place)


def _concerned(files: Mapping[str, bytes], action: Action) -> Iterable[str]:
    for path, content in sorted(files.items()):
        if fnmatchcase(path, action.files) and (
            not action.words or any(word.encode() in content for word in action.words)
        ):
            yield path
