"""`make` on machines that lack something: one sentence says what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.processes import PATIENCE
from tests.pins import ROOT

# All that making an environment asks of a machine beside Python.
TOOLS = ("make", "sh", "cat", "grep", "rm", "touch")
# A Python that says it is another one, or lacks a module: what it is asked to run runs behind this.
OLD = "import sys; sys.version_info = (3, 9, 2)"
WITHOUT_PIP = "import sys; sys.modules['ensurepip'] = None"
DISGUISED = """\
#!/bin/sh
if [ "$1" = --version ]; then echo "Python 3.9.2"; exit; fi
[ "$1" = -c ] || exit 99
code=$2
shift 2
exec "{python}" -c "{disguise}
$code" "$@"
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs, the only one on the path: no Python yet."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in TOOLS:
        tool = shutil.which(name)
        assert tool
        (programs / name).symlink_to(tool)
    return programs


def _python(machine: Path, name: str, disguise: str = "") -> None:
    if disguise:
        text = DISGUISED.format(python=sys.executable, disguise=disguise)
        (machine / name).write_text(text, "utf-8")
    else:
        text = f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'
        (machine / name).write_text(text, "utf-8")
    (machine / name).chmod(0o755)


def _make(machine: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "MAKE")) and name not in {"PYTHON", "VENV"}
    }
    return subprocess.run(
        ["make", "-C", str(ROOT), f"VENV={machine.parent / 'venv'}", *arguments],
        env=kept | {"PATH": str(machine), "PIP_CONFIG_FILE": os.devnull, "LC_ALL": "C"} | changes,
        timeout=PATIENCE,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The last thing said before make itself says that it stops."""
    assert done.returncode != 0
    said = [line for line in done.stderr.splitlines() if line and not line.startswith("make")]
    return said[-1]


def test_no_python(machine: Path) -> None:
    """A machine without Python is told where it is, and nothing is made."""
    done = _make(machine, "site")

    assert _sentence(done) == (
        "There is no program called python3: install Python 3.11 or later "
        "(https://www.python.org/downloads/), then run make again."
    )
    assert not (machine.parent / "venv").exists()


def test_old_python(machine: Path) -> None:
    """A Python that is too old is named, with its version."""
    _python(machine, "python3", OLD)

    done = _make(machine, "site")

    assert _sentence(done) == (
        "Python 3.9.2 is too old, 3.11 or later is needed: install Python 3.11 or later "
        "(https://www.python.org/downloads/), then run make again."
    )
    assert not (machine.parent / "venv").exists()


def test_old_python_beside_a_new_one(machine: Path) -> None:
    """A newer Python that is on the machine under its own name is pointed at."""
    _python(machine, "python3", OLD)
    _python(machine, "python3.11", OLD)
    _python(machine, "python3.12")

    done = _make(machine, "site")

    assert _sentence(done) == (
        "Python 3.9.2 is too old, 3.11 or later is needed: "
        "python3.12 is here: run make site PYTHON=python3.12"
    )


def test_python_without_venv(machine: Path) -> None:
    """Debian's python3 without python3-venv: the package is named before anything is made."""
    _python(machine, "python3", WITHOUT_PIP)

    done = _make(machine, "site")

    assert _sentence(done) == (
        "This Python cannot make virtual environments: on Debian and Ubuntu run sudo apt install "
        "python3-venv, elsewhere install Python with pip and venv; then run make again."
    )
    assert not (machine.parent / "venv").exists()


UNREACHABLE = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1"}


@pytest.mark.long
def test_packages_that_do_not_come(machine: Path) -> None:
    """Without a network the sentence says so; other failures are pip's to explain. What the first
    attempt has made is no obstacle to the second.
    """
    _python(machine, "python3")

    for surroundings, sentence in (
        (
            UNREACHABLE,
            "The packages cannot be fetched: check that this machine is on the network; behind a "
            "proxy set HTTPS_PROXY, and with a package index of your own PIP_INDEX_URL; then run "
            "make again.",
        ),
        (
            {"PIP_NO_INDEX": "1"},
            "pip could not install the packages of constraints-site.txt, and says why above.",
        ),
    ):
        done = _make(machine, "site", **surroundings)

        assert _sentence(done) == sentence
        assert "ERROR: No matching distribution found" in done.stderr
        assert not (machine.parent / "venv" / ".site-ready").exists()


@pytest.mark.parametrize(
    ("target", "changed", "installed"),
    [
        ("site", (), []),
        ("site", ("constraints.txt",), []),
        ("site", ("constraints-site.txt",), ["constraints-site.txt"]),
        ("setup", (), []),
        ("setup", ("constraints.txt",), ["constraints.txt"]),
        ("setup", ("pyproject.toml",), ["constraints-site.txt", "constraints.txt"]),
    ],
)
def test_what_is_there_is_not_installed_again(
    machine: Path, target: str, changed: tuple[str, ...], installed: list[str]
) -> None:
    """A site after the tests installs nothing; a change to what only tests need is not a site's."""
    _python(machine, "python3")
    made = machine.parent / "venv"
    made.mkdir()
    for stamp in (".site-ready", ".ready"):
        (made / stamp).touch()

    news = [part for name in changed for part in ("--what-if", name)]
    done = _make(machine, "--dry-run", *news, target)

    assert done.returncode == 0, done.stderr
    steps = [line.split() for line in done.stdout.splitlines() if "tools/set_up.sh" in line]
    assert [step[-1] for step in steps] == installed


@pytest.mark.parametrize(
    ("target", "installed"),
    [
        ("site", ["constraints-site.txt"]),
        ("serve", ["constraints-site.txt"]),
        ("check", ["constraints-site.txt"]),
        ("quick", ["constraints-site.txt", "constraints.txt"]),
        ("test", ["constraints-site.txt", "constraints.txt"]),
        ("matrix", ["constraints-site.txt", "constraints.txt"]),
    ],
)
def test_what_a_fresh_clone_installs(machine: Path, target: str, installed: list[str]) -> None:
    """Building, previewing and checking need the packages of a site, testing all of them."""
    done = _make(machine, "--dry-run", target)

    assert done.returncode == 0, done.stderr
    steps = [line.split() for line in done.stdout.splitlines() if "tools/set_up.sh" in line]
    assert [step[-1] for step in steps] == installed
