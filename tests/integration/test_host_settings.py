"""Settings of mkdocs.yml that cannot work: one sentence that says what must be set, no site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.site_support import MKDOCS, host_attempt, mkdocs, write_texts
from tests.integration.small_strategy import FILES

pytestmark = pytest.mark.site
SMALL = {name: text for name, text in FILES.items() if name != "strategy/index.md"}
THEME = "theme: {name: material, font: false, palette: {scheme: default}}\n"


def _refused(root: Path, config: str) -> str:
    """What the host says of a configuration that it does not build with, in this process."""
    write_texts(root, SMALL | {"mkdocs.yml": config})
    done = host_attempt(root)
    assert done.returncode == 1, done.stdout
    assert not (root / "site").exists()
    said, end = done.stdout.splitlines()
    assert end == "Aborted with a BuildError!"
    return said


def _refused_on_a_terminal(root: Path, config: str, *arguments: str, **changes: str) -> str:
    """The same in a process of its own."""
    write_texts(root, SMALL | {"mkdocs.yml": config})
    done = mkdocs(root, *arguments, check=False, **changes)
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stdout
    assert not (root / "site").exists()
    errors = [line for line in done.stdout.splitlines() if line.startswith("ERROR")]
    assert len(errors) == 1, done.stdout
    return errors[0].removeprefix("ERROR   -  ")


def test_texts_elsewhere(tmp_path: Path) -> None:
    """A site that has its pages in docs/ and took up the plugin."""
    write_texts(tmp_path, {"docs/index.md": "# Velkommen\n"})
    said = _refused(tmp_path, MKDOCS.replace("docs_dir: strategy", "docs_dir: docs"))

    assert said == (
        f"«docs_dir» peker på {tmp_path}/docs, men tekstene i en strategi ligger i strategy/. "
        "Skriv «docs_dir: strategy» i mkdocs.yml."
    )


def test_configuration_elsewhere(tmp_path: Path) -> None:
    """A configuration in a folder of its own."""
    conf = tmp_path / "conf"
    write_texts(conf, {"site.yml": MKDOCS.replace("docs_dir: strategy", "docs_dir: ../strategy")})
    said = _refused_on_a_terminal(tmp_path, MKDOCS, "-f", "conf/site.yml")

    assert said == (
        f"Det er ingen strategi i {conf}: filen strategy/strategy.yml mangler. site.yml må ligge i "
        "mappen som inneholder strategy/."
    )


@pytest.mark.parametrize("theme", ["", "theme: readthedocs\n"])
def test_another_theme(tmp_path: Path, theme: str) -> None:
    """None, which is the host's own, or another one."""
    said = _refused(tmp_path, MKDOCS.replace(THEME, theme))

    assert said == "Nettstedet trenger temaet «material». Skriv «theme: material» i mkdocs.yml."


@pytest.mark.parametrize(
    "config",
    [
        MKDOCS + "use_directory_urls: false\n",
        MKDOCS.replace("plugins: [", "plugins: [material/offline, "),
        MKDOCS.replace("}]", "}, material/offline]"),
    ],
    ids=["written", "plugin before", "plugin after"],
)
def test_addresses_that_are_no_folders(tmp_path: Path, config: str) -> None:
    """Whoever sets it, before our plugin has its turn or after it."""
    said = _refused(tmp_path, config)

    assert said == (
        "«use_directory_urls: false» kan ikke brukes, for adressen til hver side er en mappe. Ta "
        "linjen ut av mkdocs.yml, eller tillegget som setter den, for eksempel «offline»."
    )


def test_a_date_that_is_none(tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH is said to be wrong before the host trips over it."""
    said = _refused_on_a_terminal(tmp_path, MKDOCS, SOURCE_DATE_EPOCH="abc")

    assert said == (
        "Miljøvariabelen SOURCE_DATE_EPOCH er «abc», og det er ingen dato. Skriv antall sekunder "
        "siden 1970 med bare sifre, eller ta den bort."
    )
