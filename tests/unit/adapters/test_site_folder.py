"""Where a site is worked on: in a place that it can be moved from, or a sentence says why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from living_strategy.adapters.storage import site_folder
from living_strategy.adapters.storage.site_folder import SiteFolderError, is_no_part, place_of
from living_strategy.adapters.storage.site_writer import SiteWriter
from living_strategy.language import Language


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder for a site."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def sentence(folder: Path) -> str:
    """Why no site can be there, with the folder's name alone."""
    with pytest.raises(SiteFolderError) as caught:
        SiteWriter(folder)
    message = caught.value.message(Language.load("en"))
    assert str(folder) in message
    return message.replace(str(folder), folder.name)


def close(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    """Let nobody write in these folders, whoever runs the tests."""
    access = os.access
    names = {str(folder) for folder in folders}
    monkeypatch.setattr(
        os, "access", lambda path, mode: str(path) not in names and access(path, mode)
    )


def built_inside(site: Path) -> bool:
    """Whether a site is made in its own folder, with nothing of it left there."""
    (site / "index.html").write_text("gammel")
    writer = SiteWriter(site)
    inside = writer.work.path.is_relative_to(site.resolve())
    writer.write("index.html", b"ny")
    writer.finish()
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == "ny"
    return inside


def test_a_plain_folder(site: Path) -> None:
    """A new site is made beside it, in a hidden folder, and takes its place."""
    place = place_of(site)

    assert place.is_movable
    assert place.shared.parent == site.parent
    assert is_no_part(place.shared.name)
    assert place_of(site.parent / "new" / "site").shared.parent == site.parent / "new"
    assert not built_inside(site)


def test_a_link(site: Path) -> None:
    """What counts is the folder that it leads to; the link stays."""
    link = site.parent / "link"
    link.symlink_to("site")

    assert place_of(link) == place_of(site)
    assert not built_inside(link)
    assert link.is_symlink()


def test_a_closed_parent(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who may write in the web root alone works there."""
    close(monkeypatch, site.parent)

    assert built_inside(site)


def test_a_disk_of_its_own(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mounted folder cannot be moved, also one from the same disk; what the system keeps on a
    disk stays.
    """
    mounts = site.parent / "mountinfo"
    name = str(site).replace(" ", "\\040")
    mounts.write_text(f"36 35 98:0 /mnt1 {name} rw,noatime - ext3 /dev/root rw\n")
    monkeypatch.setattr(site_folder, "_MOUNTS", str(mounts))
    assert built_inside(site)

    (site / "lost+found").mkdir()
    writer = SiteWriter(site)
    writer.write("index.html", b"enda nyere")
    writer.finish()
    assert sorted(path.name for path in site.iterdir()) == ["index.html", "lost+found"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no owners")
def test_a_folder_of_somebody_else(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its owner stays its owner, so it is not exchanged for a folder of ours."""
    monkeypatch.setattr(os, "geteuid", lambda: site.stat().st_uid + 1)

    assert built_inside(site)


def test_no_place_for_a_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence each, with a way out."""
    dangling, file, closed = (site.parent / name for name in ("dangling", "file", "closed"))
    dangling.symlink_to("nowhere")
    file.touch()
    closed.mkdir()
    close(monkeypatch, closed)

    assert [sentence(folder) for folder in (dangling, file, closed / "new")] == [
        "The site cannot be written to dangling: it is a link to a folder that does not exist. "
        "Make that folder, or remove the link.",
        "The site cannot be written to file: a file has that name. Remove it, or choose another "
        "folder.",
        "The site cannot be written to new: you may not write there. Get access to the folder, "
        "or choose another one.",
    ]
    close(monkeypatch, site, site.parent)
    assert "you may not write there" in sentence(site)
    assert list(site.iterdir()) == []
