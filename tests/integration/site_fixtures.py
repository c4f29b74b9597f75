"""Sites that are built once and looked at by many tests."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.living_content import for_readers
from tests.integration.site_support import (
    REPOSITORY,
    WITH_SEARCH,
    Site,
    configure,
    copy_content,
    keep_few_municipalities,
    leave_out_search,
    mkdocs,
    once,
    program,
    run,
)

# Where the real site lies on its server: below a path, as on the Pages of a forge.
BASE = "/strategi/"
SITE_URL = f"https://example.org{BASE}"
REPO_URL = "https://example.org/ks/strategi"
EDIT_URI = "edit/main/strategy/"
EDIT = f"{REPO_URL}/edit/main/{{path}}"
# What MkDocs said when it built the site, beside it.
SAID = "said.txt"


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The strategy of this repository as MkDocs publishes it, with edit links."""

    def make(folder: Path) -> None:
        copy_content(folder)
        configure(folder, site_url=SITE_URL, repo_url=REPO_URL, edit_uri=EDIT_URI)
        (folder / SAID).write_text(mkdocs(folder).stdout, "utf-8")

    root = once(tmp_path_factory, "real", make)
    return Site(root, root / "site", BASE, EDIT)


@pytest.fixture(scope="session")
def plain_site(real_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same strategy without MkDocs."""

    def make(folder: Path) -> None:
        copy_content(folder)
        program(folder, "build", "--to", "site", "--edit-url", f"{REPO_URL}/edit/main")

    root = once(tmp_path_factory, "plain", make)
    return Site(root, root / "site", edit=EDIT)


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A made-up strategy with something of everything as MkDocs publishes it, with search."""

    def make(folder: Path) -> None:
        for_readers().write(folder)
        (folder / "mkdocs.yml").write_text(WITH_SEARCH, "utf-8")
        configure(folder, site_url=SITE_URL)
        mkdocs(folder)

    root = once(tmp_path_factory, "small", make)
    return Site(root, root / "site", BASE)


@pytest.fixture(scope="session")
def small_plain_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same strategy without MkDocs."""

    def make(folder: Path) -> None:
        for_readers().write(folder)
        program(folder, "build", "--to", "site")

    root = once(tmp_path_factory, "small-plain", make)
    return Site(root, root / "site")


# The wheel, and environments with nothing else in them


@dataclass(frozen=True)
class Installed:
    """A virtual environment with the built wheel."""

    folder: Path

    def program(self, name: str) -> Path:
        """A program of the environment."""
        return self.folder / "bin" / name


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources."""

    def make(folder: Path) -> None:
        source = folder / "source"
        ignored = shutil.ignore_patterns("__pycache__", "*.mo")
        for name in ("plugins", "tools"):
            shutil.copytree(REPOSITORY / name, source / name, ignore=ignored)
        for name in ("pyproject.toml", "README.md", "LICENSE", "constraints-site.txt"):
            shutil.copy(REPOSITORY / name, source / name)
        run(
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "--outdir",
            folder,
            folder=source,
        )

    return next(once(tmp_path_factory, "wheel", make).glob("*.whl"))


def install(folder: Path, wheel: Path, extra: str, *more: str) -> None:
    """Make an environment with the wheel, at the versions of constraints.txt.

    uv is quick; where it does not find the packages that this machine's pip finds, pip does it.
    """
    wanted = [f"living-strategy{extra} @ {wheel.as_uri()}", *more]
    venv, python = folder / "venv", folder / "venv" / "bin" / "python"
    uv = Path(sys.executable).parent / "uv"
    if uv.exists():
        run(uv, "venv", "--quiet", "--python", sys.executable, venv, folder=folder)
        done = run(
            uv,
            "pip",
            "install",
            "--quiet",
            "--python",
            python,
            *wanted,
            "--constraint",
            REPOSITORY / "constraints.txt",
            folder=folder,
            check=False,
        )
        if done.returncode == 0:
            return
        shutil.rmtree(venv)
    # As constraints pip takes no extras, and with hashes it refuses a wheel without one.
    plain = re.sub(
        r" \\\n.*--hash=\S+|\[\w+\]", "", (REPOSITORY / "constraints.txt").read_text("utf-8")
    )
    (folder / "constraints.txt").write_text(plain, "utf-8")
    run(sys.executable, "-m", "venv", venv, folder=folder)
    run(
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        *wanted,
        "--constraint",
        "constraints.txt",
        folder=folder,
    )


@pytest.fixture(scope="session")
def with_mkdocs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel with the extra `site`."""
    folder = once(tmp_path_factory, "mkdocs", lambda made: install(made, wheel, "[site]"))
    return Installed(folder / "venv")


@pytest.fixture(scope="session")
def with_properdocs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel with the extra `site`, and ProperDocs, which takes the place of MkDocs."""
    folder = once(
        tmp_path_factory,
        "properdocs",
        lambda made: install(made, wheel, "[site]", "properdocs==1.6.7"),
    )
    return Installed(folder / "venv")


@pytest.fixture(scope="session")
def core_only(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel without the extra: no MkDocs, no theme, no search."""
    folder = once(tmp_path_factory, "core", lambda made: install(made, wheel, ""))
    return Installed(folder / "venv")


@pytest.fixture(scope="module")
def quick_builds() -> Iterator[None]:
    """Hundreds of small builds in this process, without what takes most of their time."""
    with pytest.MonkeyPatch.context() as patch:
        leave_out_search(patch)
        keep_few_municipalities(patch)
        yield
