"""The wheel as others install it, with both hosts and without any."""

from __future__ import annotations

import json
import re
import tomllib
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from tests.integration.living_content import LivingContent
from tests.integration.site_fixtures import Installed
from tests.integration.site_support import (
    MKDOCS,
    REPOSITORY,
    WITH_SEARCH,
    differences,
    read_tree,
    run,
)

pytestmark = [pytest.mark.site, pytest.mark.matrix]


def test_wheel_holds_everything_that_is_needed(wheel: Path) -> None:
    """Catalogues, templates, theme, register of municipalities, and the mark of typed packages."""
    names = set(zipfile.ZipFile(wheel).namelist())
    package = REPOSITORY / "plugins" / "living_strategy"
    needed = [
        path
        for pattern in (
            "**/*.py",
            "**/*.html",
            "**/*.css",
            "**/*.js",
            "**/*.csv",
            "**/*.po",
            "py.typed",
        )
        for path in package.glob(pattern)
    ]
    wanted = {path.relative_to(package.parent).as_posix() for path in needed}
    wanted |= {
        f"living_strategy/language/locales/{code}/LC_MESSAGES/living_strategy.mo"
        for code in ("nb", "nn")
    }

    assert wanted - names == set()
    assert {name.split("/")[0] for name in names} == {
        "living_strategy",
        wheel.name.rsplit("-", 3)[0] + ".dist-info",
    }
    assert not [name for name in names if "__pycache__" in name]


def test_the_wheel_tells_itself(wheel: Path) -> None:
    """Its metadata hold the text for those who meet the package alone: as it was written, with no
    link or picture that leads nowhere on an index, and everything that it needs.
    """
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        fields = HeaderParser().parsestr(archive.read(name).decode("utf-8"))
    text = fields.get_payload()
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]

    assert text == (REPOSITORY / project["readme"]).read_text("utf-8")
    assert fields["Description-Content-Type"] == "text/markdown"
    assert re.findall(r"\]\((?!https?://)|<img|^\[[^]]+\]:", text, re.M) == []
    assert {fields["Name"], fields["Version"], fields["License-Expression"]} == {
        *(project["name"], project["version"], project["license"])
    }
    needed = {re.split(r"[<>=\[;]", need)[0] for need in fields.get_all("Requires-Dist")}
    assert needed == {
        re.split(r"[<>=\[;]", need)[0]
        for need in (*project["dependencies"], *project["optional-dependencies"]["site"])
    }
    # What is not an address of ours yet is not given as one.
    assert [url for url in fields.get_all("Project-URL", []) if "example" in url] == []


def strategy(root: Path) -> None:
    """A strategy with something of everything, for a site with search."""
    LivingContent().write(root)
    (root / "mkdocs.yml").write_text(WITH_SEARCH, "utf-8")


def test_a_strategy_builds_strictly_on_mkdocs(with_mkdocs: Installed, tmp_path: Path) -> None:
    """Without errors and warnings of ours, and MkDocs has none either."""
    strategy(tmp_path)

    check = run(with_mkdocs.program("living-strategy"), "check", "--strict", folder=tmp_path)
    run(with_mkdocs.program("mkdocs"), "build", "--strict", folder=tmp_path)

    assert "Traceback" not in check.stdout
    assert (tmp_path / "site" / "index.html").exists()
    assert (tmp_path / "site" / "pagefind" / "pagefind.js").exists()


def test_a_strategy_builds_strictly_on_properdocs(
    with_properdocs: Installed, tmp_path: Path
) -> None:
    """ProperDocs takes the plugin and the content unchanged."""
    strategy(tmp_path)

    run(with_properdocs.program("properdocs"), "build", "--strict", folder=tmp_path)

    assert (tmp_path / "site" / "index.html").exists()
    assert (tmp_path / "site" / "pagefind" / "pagefind.js").exists()


def test_both_hosts_make_the_same_site(
    with_mkdocs: Installed, with_properdocs: Installed, tmp_path: Path
) -> None:
    """But for the line that names the generator, not a byte differs."""
    trees = []
    for installed, name in ((with_mkdocs, "mkdocs"), (with_properdocs, "properdocs")):
        root = LivingContent().write_new(tmp_path / name)
        (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
        run(installed.program(name), "build", "--strict", folder=root)
        tree = read_tree(root / "site")
        trees.append({path: content for path, content in tree.items() if path != "404.html"})
    first, second = (
        {path: _without_generator(content) for path, content in tree.items()} for tree in trees
    )

    assert differences(first, second) == []


def _without_generator(content: bytes) -> bytes:
    lines = content.split(b"\n")
    return b"\n".join(line for line in lines if b'name="generator"' not in line)


def test_core_works_without_a_host(core_only: Installed, tmp_path: Path) -> None:
    """Checking and writing the pages need neither MkDocs nor its theme."""
    strategy(tmp_path)
    missing = (
        "import importlib.util as u; print([n for n in ('mkdocs','material','pagefind')"
        " if u.find_spec(n)])"
    )
    program = core_only.program("living-strategy")

    assert run(core_only.program("python"), "-c", missing, folder=tmp_path).stdout.strip() == "[]"
    run(program, "check", folder=tmp_path)
    report = run(program, "check", "--format", "json", folder=tmp_path)
    run(program, "build", "--to", "ut", folder=tmp_path)

    assert isinstance(json.loads(report.stdout), dict | list)
    assert (tmp_path / "ut" / "index.html").exists()
    assert run(program, "show", "ks", folder=tmp_path).stdout
