"""Writes a generated strategy as a repository: branches merged or squashed, renames, mistakes.

Each of N items has 20 versions, and so has each register. Edits come in branches of one to eight;
half of the branches are merged, with one to three commits. Some items are renamed while they are
edited, some deleted and taken in again, and some files cannot be read until the next edit.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.corpus import SEED, make_corpus
from benchmarks.edits import Editor
from benchmarks.entry import ITEM_FOLDERS, REGISTER_KINDS, Corpus, Entry
from benchmarks.yaml_text import dump

VERSIONS = 20
FIRST_SECOND = 1_514_764_800  # 2018
DAY = 86_400
YEARS = 8
MAIN, BRANCH = "refs/heads/main", "refs/heads/branch"

Files = dict[str, bytes | None]
"""What a commit writes; None for a file that it removes."""


class Import:
    """A repository that is written as a stream of `git fast-import`."""

    def __init__(self, root: Path) -> None:
        """Begin a new repository."""
        subprocess.run(("git", "init", "--quiet", "--initial-branch=main", root), check=True)
        command = ("git", "-C", str(root), "fast-import", "--quiet")
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE)
        self._marks = 0

    def commit(
        self, ref: str, second: int, message: str, files: Files, parents: Sequence[int] = ()
    ) -> int:
        """Write a commit and return its mark. Its files are those of the first parent but for
        these.
        """
        blobs = {path: self._blob(text) for path, text in files.items() if text is not None}
        who = f"Redaksjonen <redaksjonen@example.org> {second} +0100"
        text = message.encode()
        lines = [f"commit {ref}", f"mark :{self._next()}", f"author {who}", f"committer {who}"]
        self._write("\n".join([*lines, f"data {len(text)}", message, ""]).encode())
        for word, parent in zip(("from", "merge"), parents, strict=False):
            self._write(f"{word} :{parent}\n".encode())
        for path in files:
            change = f"M 100644 :{blobs[path]} {path}" if path in blobs else f"D {path}"
            self._write(f"{change}\n".encode())
        self._write(b"\n")
        return self._marks

    def finish(self) -> None:
        """Wait until everything is written."""
        self._process.communicate()
        if self._process.returncode:
            raise subprocess.CalledProcessError(self._process.returncode, "git fast-import")

    def _blob(self, content: bytes) -> int:
        mark = self._next()
        self._write(b"blob\nmark :%d\ndata %d\n%b\n" % (mark, len(content), content))
        return mark

    def _next(self) -> int:
        self._marks += 1
        return self._marks

    def _write(self, content: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(content)


class Repository:
    """The strategy as it stands, and the ways in which it changes."""

    def __init__(self, corpus: Corpus, random: Random) -> None:
        """Begin with the whole strategy."""
        self._random = random
        self._editor = Editor(random, corpus)
        self._items = {
            entry.id: entry for entry in corpus.entries.values() if entry.kind in ITEM_FOLDERS
        }
        self._stems = {entry_id: entry_id for entry_id in self._items}
        self._registers = {
            register: {entry.id: dict(entry.fields) for entry in corpus.of(kind)}
            for register, kind in REGISTER_KINDS.items()
        }

    def everything(self, strategy: dict[str, object]) -> Files:
        """Return all files."""
        files: Files = {"strategy/strategy.yml": dump(strategy).encode()}
        files |= {_register(name): dump(of).encode() for name, of in self._registers.items()}
        return files | {self._path(entry): _text(entry) for entry in self._items.values()}

    def turns(self, versions: int) -> list[str]:
        """Return items and registers in the order of their edits."""
        names = [*self._items, *self._registers]
        turns = [name for name in names for _ in range(versions - 1)]
        self._random.shuffle(turns)
        return turns

    def edit(self, name: str) -> Files:
        """Return what one edit of an item or a register writes."""
        if name in self._registers:
            return self._edit_register(name)
        entry = self._items[name] = self._editor.edit(self._items[name])
        files: Files = {}
        fate = self._random.random()
        if fate < 0.004:
            files[self._path(entry)] = None
            self._rename(entry)
        path, content = self._path(entry), _text(entry)
        if 0.004 < fate < 0.005 and entry.kind == "project":
            return {path: None}
        if 0.005 < fate < 0.006:
            content = content.replace(b"\nsources:", b"\n sources: [", 1)
        elif 0.006 < fate < 0.007:
            content = content.replace("ø".encode(), b"\xf8")
        return files | {path: content}

    def _rename(self, entry: Entry) -> None:
        """Give an item another id; the earlier one becomes an alias of it."""
        earlier = self._stems[entry.id]
        self._stems[entry.id] = f"{entry.id}-{self._random.randint(2, 99_999)}"
        aliases = [*entry.fields.get("aliases", []), earlier]
        entry.fields["aliases"] = list(dict.fromkeys(aliases))

    def _edit_register(self, register: str) -> Files:
        entries = self._registers[register]
        fields = entries[self._random.choice(list(entries))]
        fields["summary"] = f"Samarbeider om {self._editor.word()}, sist i {self._editor.month()}."
        return {_register(register): dump(entries).encode()}

    def _path(self, entry: Entry) -> str:
        return f"{ITEM_FOLDERS[entry.kind]}/{self._stems[entry.id]}.md"


def _register(name: str) -> str:
    return f"strategy/registers/{name}.yml"


def _text(entry: Entry) -> bytes:
    return f"---\n{dump(entry.fields)}---\n\n{entry.body}".encode()


def write_repository(root: Path, n: int, strategy: dict[str, object]) -> None:
    """Write N items with all their versions. `strategy` is what stands in strategy.yml."""
    random = Random(f"{SEED}/revisions/{n}")
    repository = Repository(make_corpus(n), random)
    imported = Import(root)
    tip = imported.commit(MAIN, FIRST_SECOND, "Innholdet", repository.everything(strategy))
    turns = repository.turns(VERSIONS)
    step = YEARS * 365 * DAY // len(turns)
    second = FIRST_SECOND
    for number, names in enumerate(_branches(turns, random), 1):
        second += step * len(names)
        edits = [repository.edit(name) for name in dict.fromkeys(names)]
        files = {path: text for edit in edits for path, text in edit.items()}
        if random.random() < 0.5:
            tip = imported.commit(MAIN, second, f"Endring {number}", files, (tip,))
            continue
        branch = tip
        for part in (edits[index::3] for index in range(3)):
            texts = {path: text for edit in part for path, text in edit.items()}
            if texts:
                branch = imported.commit(BRANCH, second, _message(number, random), texts, (branch,))
        tip = imported.commit(MAIN, second + DAY, f"Merge {number}", files, (tip, branch))
    imported.finish()
    git = ("git", "-C", str(root))
    subprocess.run((*git, "branch", "--quiet", "-D", "branch"), check=True)
    subprocess.run((*git, "reset", "--quiet", "--hard"), check=True)


def _branches(turns: Sequence[str], random: Random) -> Iterator[Sequence[str]]:
    position = 0
    while position < len(turns):
        count = random.choice((1, 1, 2, 3, 5, 8))
        yield turns[position : position + count]
        position += count


def _message(number: int, random: Random) -> str:
    trailer = "\n\nChange: editorial" if random.random() < 0.05 else ""
    return f"Utkast {number}{trailer}"
