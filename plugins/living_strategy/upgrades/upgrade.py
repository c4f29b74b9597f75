"""An upgrade as a value: what a version renamed in files, and what only people can do."""

from __future__ import annotations

from dataclasses import dataclass

# In a path of keys: any one key or place in a list.
ANY = "*"
# What is no kind of entry: strategy.yml, and the front matter of written pages.
SETTINGS = "settings"
PAGES = "pages"


@dataclass(frozen=True, slots=True)
class RenamedKey:
    """A key with a new name in the same place. `kinds` are kinds of entries, `SETTINGS` or `PAGES`;
    `old` is the path of the key below one of them, and `new` the key that takes the place of its
    last part.
    """

    kinds: tuple[str, ...]
    old: tuple[str, ...]
    new: str


@dataclass(frozen=True, slots=True)
class RenamedValue:
    """A value with a new name, in the field that `path` leads to; `kinds` as for a key."""

    kinds: tuple[str, ...]
    path: tuple[str, ...]
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RenamedFile:
    """A file with another path below the strategy, and the same content."""

    old: str
    new: str


Step = RenamedKey | RenamedValue | RenamedFile


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody must do by hand. `text` is a message id; it concerns the files whose paths
    `files` matches, as `fnmatch` reads it, and which hold one of the `words`, if there are any.
    """

    files: str
    text: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Upgrade:
    """All that a version, called `name`, asks of the files of a strategy."""

    name: str
    steps: tuple[Step, ...] = ()
    actions: tuple[Action, ...] = ()
