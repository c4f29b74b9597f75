"""Files are exchanged all or none, whatever the system refuses and where the program is killed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from living_strategy.adapters.upgrading.exchange import PREFIX, exchange, recover

OLD = {"a.txt": b"a", "engine/old.whl": b"old", "strategy/x.yml": b"x", "stays": b"s"}
FILES: dict[str, bytes | None] = {
    "a.txt": b"A", "engine/old.whl": None, "engine/new.whl": b"new", "strategy/x.yml": b"X",
    "deep/er/new.md": b"n",
}  # fmt: skip
NEW = {
    "a.txt": b"A", "engine/new.whl": b"new", "strategy/x.yml": b"X", "stays": b"s",
    "deep/er/new.md": b"n",
}  # fmt: skip
KILLED = 9
# A program that dies at a call of a function, counted from one.
DYING = """\
import os, shutil, sys
from pathlib import Path
from living_strategy.adapters.upgrading import exchange
owner, name, left = {owner}, {name!r}, [{number}]
original = getattr(owner, name)
def dying(*arguments, **named):
    left[0] -= 1
    if not left[0]:
        os._exit(9)
    return original(*arguments, **named)
setattr(owner, name, dying)
exchange.exchange(Path({root!r}), {files!r})
"""


def write(root: Path) -> None:
    """Write what is there before."""
    for path, content in OLD.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)


def tree(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_all_of_them(tmp_path: Path) -> None:
    """Files come, go and change; rights stay, and nothing is left beside them."""
    write(tmp_path)
    (tmp_path / "a.txt").chmod(0o755)

    exchange(tmp_path, FILES)

    assert tree(tmp_path) == NEW
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o755
    assert not list(tmp_path.glob(f"{PREFIX}*"))
    assert not recover(tmp_path)


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (os, "replace"),
        (shutil, "copy2"),
        (shutil, "copymode"),
        (Path, "mkdir"),
        (Path, "rename"),
        (Path, "unlink"),
        (Path, "write_bytes"),
        (Path, "write_text"),
    ],
)
def test_a_fault_at_each_step(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    owner: Any,
    name: str,
    error: BaseException,
) -> None:
    """Whichever call fails once, what was there before is there again, byte for byte."""
    number = 0
    while True:
        number += 1
        root = tmp_path / str(number)
        write(root)
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, _failing(getattr(owner, name), number, error))
            try:
                exchange(root, FILES)
            except type(error):
                assert tree(root) == OLD, (name, number)
                continue
        assert tree(root) == NEW
        break
    assert number > 1


def _failing(original: Callable[..., Any], number: int, error: BaseException) -> Callable[..., Any]:
    calls = 0

    def failing(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == number:
            raise error
        return original(*arguments, **named)

    return failing


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("owner", "name", "number"),
    [
        *(("os", "replace", number) for number in (1, 2, 4)),
        *(("Path", "unlink", number) for number in (1, 2)),
        *(("shutil", "copy2", 2), ("Path", "rename", 1), ("shutil", "rmtree", 1)),
    ],
)
def test_killed(tmp_path: Path, owner: str, name: str, number: int) -> None:
    """The next one finds the old state, or the new one if that was complete."""
    write(tmp_path)
    script = DYING.format(owner=owner, name=name, number=number, root=str(tmp_path), files=FILES)

    died = subprocess.run([sys.executable, "-c", script], check=False)
    recover(tmp_path)

    assert died.returncode == KILLED
    assert tree(tmp_path) == (NEW if name == "rmtree" else OLD)


def test_killed_while_it_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Putting back can be begun anew."""
    write(tmp_path)
    script = DYING.format(owner="os", name="replace", number=4, root=str(tmp_path), files=FILES)
    subprocess.run([sys.executable, "-c", script], check=False)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", _failing(os.replace, 2, OSError(5, "")))
        with pytest.raises(OSError, match="5"):
            recover(tmp_path)

    assert recover(tmp_path)
    assert tree(tmp_path) == OLD
    assert not recover(tmp_path)
