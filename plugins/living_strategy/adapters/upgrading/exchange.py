"""Files of a strategy exchanged for others: all of them or none, even if the program is killed."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from living_strategy.adapters.starting.new_folder import write_files

# Ignored by git where a strategy is. Its journal says what must be put back.
PREFIX = ".living-strategy-upgrade-"
_JOURNAL = "journal.json"
_OLD, _NEW = "old", "new"


def exchange(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Write these files below the folder; None takes one away.

    Everything is written beside them first, with copies of what is there. From then on a journal
    says what to put back; the exchange is done at the moment the journal is gone.

    Raises:
        OSError: the system refuses; what was there before is as it was.
    """
    stage = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
    try:
        _prepare(root, stage, files)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    try:
        for path, content in files.items():
            _place(root / path, None if content is None else stage / _NEW / path)
        (stage / _JOURNAL).unlink()
    except BaseException:
        _put_back(root, stage)
        raise
    shutil.rmtree(stage, ignore_errors=True)


def recover(root: Path) -> bool:
    """Put back what an exchange that was killed left behind; return whether there was one.

    Raises:
        OSError: the system refuses.
    """
    found = False
    for stage in sorted(root.glob(f"{PREFIX}*")):
        if (stage / _JOURNAL).is_file():
            _put_back(root, stage)
            found = True
        shutil.rmtree(stage, ignore_errors=True)
    return found


def _prepare(root: Path, stage: Path, files: Mapping[str, bytes | None]) -> None:
    write_files(stage / _NEW, {path: new for path, new in files.items() if new is not None})
    there = [path for path in files if (root / path).is_file()]
    for path in there:
        copy = stage / _OLD / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / path, copy)
        if files[path] is not None:
            shutil.copymode(root / path, stage / _NEW / path)
    journal = {path: path in there for path in files}
    draft = stage / f"{_JOURNAL}.new"
    draft.write_text(json.dumps(journal), "utf-8")
    draft.rename(stage / _JOURNAL)


def _place(target: Path, new: Path | None) -> None:
    if new is None:
        target.unlink()
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(new, target)


def _put_back(root: Path, stage: Path) -> None:
    """Bring back what was there, by moves that need no room; what was brought back is skipped."""
    journal: dict[str, bool] = json.loads((stage / _JOURNAL).read_text("utf-8"))
    for path, was_there in journal.items():
        if not was_there:
            (root / path).unlink(missing_ok=True)
        elif (stage / _OLD / path).exists():
            os.replace(stage / _OLD / path, root / path)
    shutil.rmtree(stage, ignore_errors=True)
