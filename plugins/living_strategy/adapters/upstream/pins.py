"""The pin of a strategy above on the disk: the catalogue to the byte, and the lock beside it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from living_strategy.adapters.storage.pair_writer import write_together
from living_strategy.adapters.upstream.catalogues import Got
from living_strategy.content.corpus import Pinned
from living_strategy.content.records.upstream import (
    FOLDER,
    catalogue_path,
    earlier_path,
    lock_path,
    waiting_path,
)
from living_strategy.model.catalogue import FORMAT_VERSION, Catalogue
from living_strategy.model.pin import Lock
from living_strategy.partial_date import PartialDate
from living_strategy.upstream.texts import lock_text


def is_pinned(pinned: Pinned | None, got: Got) -> bool:
    """Whether these bytes are what is pinned already."""
    lock = pinned.lock if pinned else None
    return lock is not None and lock.sha256 == _sum(got)


def write_pin(root: Path, name: str, got: Got, today: date, kept: Sequence[Catalogue] = ()) -> None:
    """Pin a catalogue under a name. Of the earlier versions, also the one that is replaced, those
    are kept which are named; the rest is removed.

    Raises:
        OSError: it could not be written; what was pinned before still is.
    """
    lock = Lock(
        address=got.address or None,
        version=got.catalogue.version,
        sha256=_sum(got),
        date=PartialDate(today.isoformat()),
        format=FORMAT_VERSION,
        site=got.site or None,
    )
    replaced = root / catalogue_path(name)
    keeping = {root / earlier_path(name, catalogue.hash): catalogue for catalogue in kept}
    files = {path: replaced.read_bytes() for path in keeping if not path.exists()}
    # The lock comes before the catalogue: from then on the one that waits beside is the pinned one.
    files |= {
        root / lock_path(name): lock_text(lock).encode(),
        root / catalogue_path(name): got.raw,
    }
    write_together(files)
    for path in (root / FOLDER).glob(f"{name}.{'[0-9a-f]' * 12}.catalogue.json"):
        if path not in keeping:
            path.unlink()


def finish_pin(root: Path, name: str, pinned: Pinned) -> None:
    """Put a catalogue in its place whose writer was stopped behind the lock, and take away what
    no lock names.

    Raises:
        OSError: it could not be done; what is pinned still is.
    """
    lock = root / lock_path(name)
    lock.with_name(f".{lock.name}.new").unlink(missing_ok=True)
    waiting = root / waiting_path(name)
    if not waiting.is_file():
        return
    raw = waiting.read_bytes()
    if pinned.lock and hashlib.sha256(raw).hexdigest() == pinned.lock.sha256:
        os.replace(waiting, root / catalogue_path(name))
    else:
        waiting.unlink()


def _sum(got: Got) -> str:
    return hashlib.sha256(got.raw).hexdigest()
