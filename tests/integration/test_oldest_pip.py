"""The pinned packages install with the oldest pip, whatever is released after them.

Everything that pip decides by is real: the files of the repository, and the metadata and tags of
the packages as they are installed here. Only what is inside the packages is left out, so their
hashes are others; a nightly pipeline installs the real ones.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from tests.integration.processes import PATIENCE
from tests.integration.site_support import once, run
from tests.pins import ROOT, SITE, WHOLE, Pin, read_pins

NEWER = "9999.0"


@pytest.fixture(scope="session")
def oldest_pip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pip of tests/oldest-pip.txt."""

    def make(folder: Path) -> None:
        pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes")
        run(*pip, "--target", folder, "-r", ROOT / "tests" / "oldest-pip.txt", folder=folder)

    return once(tmp_path_factory, "oldest-pip", make)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Wheels on offer: every package as it is pinned, and a newer release of each."""

    def make(folder: Path) -> None:
        for pin in read_pins(WHOLE):
            if pin.holds:
                _wheel(folder, pin.installed, pin.version)
                _wheel(folder, pin.installed, NEWER)

    return once(tmp_path_factory, "shelf", make)


def _wheel(folder: Path, package: Distribution, version: str) -> None:
    """A wheel with the metadata of an installed package, and nothing else in it."""
    stem = f"{re.sub(r'[-_.]+', '_', package.metadata['Name']).lower()}-{version}"
    described, form = (package.read_text(name) or "" for name in ("METADATA", "WHEEL"))
    described = re.sub(r"^Version: .*$", f"Version: {version}", described, count=1, flags=re.M)
    inside = {"METADATA": described, "WHEEL": form}
    record = "".join(f"{stem}.dist-info/{name},,\n" for name in (*inside, "RECORD"))
    with zipfile.ZipFile(folder / f"{stem}-{_tags(form)}.whl", "w") as archive:
        for name, text in {**inside, "RECORD": record}.items():
            archive.writestr(zipfile.ZipInfo(f"{stem}.dist-info/{name}"), text)


def _tags(form: str) -> str:
    """The three parts of a wheel's name that say where it fits."""
    tags = [tag.split("-", 2) for tag in re.findall(r"^Tag: (\S+)$", form, re.M)]
    return "-".join(".".join(sorted(set(part))) for part in zip(*tags, strict=True))


def _requirements(pins: list[Pin], shelf: Path) -> str:
    """The pins as a file for pip, with the hashes of the wheels on the shelf."""
    lines = []
    for pin in pins:
        if pin.holds:
            (wheel,) = shelf.glob(f"{pin.name.replace('-', '_')}-{pin.version}-*.whl")
            digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
            lines.append(f"{pin.requirement} --hash=sha256:{digest}\n")
    return "".join(lines)


def _resolve(
    pip: Path, shelf: Path, requirements: str, folder: Path
) -> subprocess.CompletedProcess[str]:
    """What pip would install from the shelf alone, without the settings of this machine. It gets
    and checks every wheel; only that nothing is unpacked is left out.
    """
    (folder / "pins.txt").write_text(requirements, "utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    return subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--no-index", "--find-links", shelf),
            *("--dry-run", "--ignore-installed", "--report", folder / "report.json"),
            *("--require-hashes", "-r", folder / "pins.txt"),
        ],
        env=kept | {"PYTHONPATH": str(pip), "PIP_CONFIG_FILE": os.devnull},
        cwd=folder,
        timeout=PATIENCE,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.long
@pytest.mark.parametrize("file", [SITE, pytest.param(WHOLE, marks=pytest.mark.matrix)])
def test_pinned_versions_are_chosen_beside_newer_ones(
    file: str, oldest_pip: Path, shelf: Path, tmp_path: Path
) -> None:
    """Exactly the versions of the file are taken, each of them."""
    pins = read_pins(file)

    done = _resolve(oldest_pip, shelf, _requirements(pins, shelf), tmp_path)

    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    chosen = [package["metadata"] for package in report["install"]]
    assert {
        metadata["name"].lower().replace("_", "-"): metadata["version"] for metadata in chosen
    } == {pin.name: pin.version for pin in pins if pin.holds}


def test_a_pin_without_its_extra_is_what_breaks(
    oldest_pip: Path, shelf: Path, tmp_path: Path
) -> None:
    """The shelf shows the fault: a newer release is preferred when the extra is not pinned."""
    requirements = _requirements(read_pins(WHOLE), shelf)
    assert "coverage[toml]==" in requirements

    done = _resolve(oldest_pip, shelf, requirements.replace("[toml]", ""), tmp_path)

    assert done.returncode == 1
    assert "all requirements must have their versions pinned with ==" in done.stderr
    assert "coverage[toml]" in done.stderr


def test_the_pip_is_the_old_one(oldest_pip: Path, tmp_path: Path) -> None:
    """The tests above say something about the pip that they name."""
    done = run(
        sys.executable, "-m", "pip", "--version", folder=tmp_path, PYTHONPATH=str(oldest_pip)
    )

    wanted = "22.3" if sys.version_info < (3, 12) else "23.2"
    assert done.stdout.startswith(f"pip {wanted} from {oldest_pip}")
