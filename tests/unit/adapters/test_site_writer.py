"""The writer of a site: every path once, and nothing in place before everything is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from living_strategy.adapters.storage.site_writer import PathTakenError, SiteWriter


def _site(folder: Path) -> Path:
    target = folder / "site"
    (target / "om").mkdir(parents=True)
    (target / "index.html").write_text("gammel")
    (target / "om/index.html").write_text("gammel")
    return target


def _read(target: Path) -> dict[str, str]:
    return {
        path.relative_to(target).as_posix(): path.read_text()
        for path in sorted(target.rglob("*"))
        if path.is_file()
    }


def test_a_path_is_taken_once(tmp_path: Path) -> None:
    """A second file with the same path is refused while the old site is still whole."""
    target = _site(tmp_path)
    before = _read(target)
    writer = SiteWriter(target)
    writer.write("index.html", b"ny")
    writer.write("om/index.html", b"gammel")

    for path in ("index.html", "om/index.html"):
        with pytest.raises(PathTakenError) as caught:
            writer.write(path, b"annen")
        assert caught.value.filename == path
    assert _read(target) == before


def test_a_branch_takes_no_path_again(tmp_path: Path) -> None:
    """What another process has written may not be what this one has."""
    writer = SiteWriter(tmp_path / "site")
    branch = writer.branch()
    branch.write("a/index.html", b"a")
    writer.write("a/index.html", b"b")

    with pytest.raises(PathTakenError):
        writer.add(branch.state())


def test_a_folder_of_others_takes_no_path_again(tmp_path: Path) -> None:
    """A file that another program has written does not give way, nor does it win: it is refused."""
    host = tmp_path / "host"
    host.mkdir()
    (host / "robots.txt").write_text("theirs")
    writer = SiteWriter(tmp_path / "site")
    writer.write("robots.txt", b"ours")

    with pytest.raises(PathTakenError):
        writer.adopt(host)
