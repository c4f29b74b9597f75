"""The form on the site without a browser: when it is there, what is said when not, its programs."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import stat
import sys
import tarfile
from pathlib import Path

import pytest

from living_strategy.adapters import form_programs
from living_strategy.adapters.form_programs import FormProgramError, fetch_programs, kept_programs
from living_strategy.adapters.plain.build import build_site
from living_strategy.form_site import PROGRAMS
from living_strategy.language import Language
from tests.integration.conftest import Run
from tests.integration.site_support import (
    MKDOCS,
    TODAY,
    differences,
    host_build,
    read_tree,
    write_texts,
)
from tests.integration.small_strategy import FILES

NB = Language.load("nb")
SETTINGS = "strategy/strategy.yml"
FORM = (
    "use: {municipalities: off}\nform: {host: github, login: 'https://login.example.org'}\nareas:"
)
REPO = "https://github.com/eier/strategi"
DOOR = re.compile(r'href="?([^" >]*admin/#[^" >]*)"?')
REPORT = re.compile(r'href="?([^" >]*admin/\?report#[^" >]*)"?')
HEADERS = ("_headers", ".htaccess", "nginx-headers.conf")
# What stands in for npm: it packs the files that a test gives it, as npm names them.
NPM = """\
#!{python}
import json, os, shutil, sys
package = sys.argv[2].replace("@", "-") + ".tgz"
source = os.path.join({folder!r}, package)
if not os.path.exists(source):
    sys.exit("npm error 404 Not Found")
shutil.copy(source, package)
print(json.dumps([{{"filename": package}}]))
"""
CONTENTS = {
    "decap-cms-3.16.3.tgz": {
        "package/dist/decap-cms.js": b"cms",
        "package/dist/decap-cms.js.LICENSE.txt": b"MIT",
        "package/dist/other.js": b"x",
    },
    "js-yaml-4.3.2.tgz": {"package/dist/js-yaml.min.js": b"yaml", "package/LICENSE": b"MIT 2"},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small strategy with a form."""
    settings = FILES[SETTINGS].replace("areas:", FORM)
    return write_texts(tmp_path / "strategy", {**FILES, SETTINGS: settings})


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an npm that knows both packages, whose files are what they should be."""
    folder = tmp_path / "npm"
    folder.mkdir()
    digests = {}
    for package, files in CONTENTS.items():
        with tarfile.open(folder / package, "w:gz") as archive:
            for name, content in files.items():
                member = tarfile.TarInfo(name)
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))
                digests[name] = hashlib.sha256(content).hexdigest()
    program = folder / "npm"
    program.write_text(NPM.format(python=sys.executable, folder=str(folder)))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(
        form_programs,
        "_PROGRAMS",
        {
            name: form_programs._Program(file.package, file.path, digests[file.path])
            for name, file in form_programs._PROGRAMS.items()
        },
    )
    return folder


def test_from_nothing_to_a_form(root: Path, npm: Path, run: Run) -> None:
    """What is missing is said; then the programs come, the form is there, and it is up to date."""
    before = build_site(root, root / "site", TODAY, repository=REPO)
    unknown = build_site(root, root / "site", TODAY)
    missing = run(root, "forms", "--check")
    assert run(root, "forms").returncode == 0
    other = build_site(root, root / "other", TODAY, repository="https://gitlab.com/eier/strategi")
    after = build_site(root, root / "site", TODAY, repository=REPO)

    assert other.notice == (
        "Nettstedet har ikke noe skjema for forslag: I strategy.yml står «host: github» under "
        "«form:», men repoet ligger på https://gitlab.com/eier/strategi."
    )
    assert not (root / "other/admin").exists()
    assert (missing.returncode, missing.stdout.partition("\n")[0]) == (1, "decap-cms.js mangler.")
    assert "er ikke hentet" in before.notice
    assert "adressen til repoet er ikke kjent" in unknown.notice
    assert after.notice == ""
    assert kept_programs(root)["decap-cms.js"] == b"cms"
    assert {*PROGRAMS, "config.yml", "form.js", "form.css", "form.json", "index.html", "demo"} == {
        file.name for file in (root / "site/admin").iterdir()
    }
    config = json.loads((root / "site/admin/config.yml").read_text("utf-8"))
    assert config["backend"]["repo"] == "eier/strategi"
    page = (root / "site/admin/index.html").read_text("utf-8")
    assert "connect-src &#x27;self&#x27; https://api.github.com;" in page
    demo = json.loads((root / "site/admin/demo/content.json").read_text("utf-8"))
    assert demo["goals"]["innbyggernes-ferdigheter.md"]["content"].startswith("---\n")
    assert run(root, "forms", "--check").returncode == 0
    (root / "site/admin/form.json").unlink()
    stale = run(root, "forms", "--check")
    assert (stale.returncode, "admin/form.json er foreldet" in stale.stdout) == (1, True)


def test_pages_lead_to_the_form(root: Path, npm: Path, run: Run) -> None:
    """Each entry to itself, or to the list that it stands in. Those who build again with the form
    find the door on pages that were kept. Items in `.yml` files have a list of their own.
    """
    build_site(root, root / "site", TODAY, repository=REPO)
    without = {
        path for path in (root / "site").rglob("*.html") if DOOR.search(path.read_text("utf-8"))
    }
    assert run(root, "forms").returncode == 0
    build_site(root, root / "site", TODAY, repository=REPO)
    doors, reports = _doors(root / "site"), _doors(root / "site", REPORT)
    (root / "measures/veiledning.md").rename(root / "measures/veiledning.yml")
    measure = root / "measures/veiledning.yml"
    measure.write_text(measure.read_text("utf-8").split("---\n")[1], "utf-8")
    build_site(root, root / "site", TODAY, repository=REPO)

    assert without == set()
    assert doors["tiltak/veiledning"] == "../../admin/#/collections/measures/entries/veiledning"
    assert (
        doors["organisasjoner/ks"]
        == "../../admin/#/collections/organisations/entries/organisations"
    )
    assert doors["omrader/digital-kompetanse"] == "../../admin/#/collections/areas/entries/areas"
    of_project = "../../admin/?report#/collections/projects-yml/entries/digihjelpen"
    assert reports == {
        "tiltak/veiledning": "../../admin/?report#/collections/measures/entries/veiledning",
        "prosjekter/digihjelpen": of_project,
    }
    after = _doors(root / "site")
    assert {page for page, door in after.items() if door != doors[page]} == {"tiltak/veiledning"}
    assert after.keys() == doors.keys()
    assert after["tiltak/veiledning"].endswith(
        "admin/#/collections/measures-yml/entries/veiledning"
    )
    assert _doors(root / "site", REPORT) == {
        "tiltak/veiledning": "../../admin/?report#/collections/measures-yml/entries/veiledning",
        "prosjekter/digihjelpen": of_project,
    }
    form = json.loads((root / "site/admin/form.json").read_text("utf-8"))
    pages = {collection["name"]: collection["page"] for collection in form["collections"]}
    assert pages["measures-yml"] == pages["measures"] == "tiltak/{{slug}}/"
    assert (pages["organisations"], pages["settings"]) == ("organisasjoner/", "")
    assert {c["name"]: c["sort"] for c in form["collections"] if "yml" in c["name"]} == {
        "measures-yml": "fields",
        "projects-yml": "fields",
    }


def test_both_roads_publish_the_same_form(root: Path, npm: Path, run: Run) -> None:
    """The host's theme adds nothing to it, and the files of headers make the same way for it."""
    write_texts(root, {"mkdocs.yml": f"{MKDOCS}repo_url: {REPO}\n"})
    assert run(root, "forms").returncode == 0
    build_site(root, root / "plain", TODAY, repository=REPO)
    host_build(root)
    plain, hosted = read_tree(root / "plain"), read_tree(root / "site")
    names = [name for name in plain if name.startswith("admin/") or name in HEADERS]

    assert len(names) == 12 + len(HEADERS)
    assert {name for name in hosted if name.startswith("admin/")} <= set(names)
    assert differences({n: plain[n] for n in names}, {n: hosted.get(n, b"") for n in names}) == []
    assert all(b"admin/" in plain[name] for name in HEADERS[1:])
    assert _doors(root / "plain") == _doors(root / "site") != {}


def _doors(site: Path, door: re.Pattern[str] = DOOR) -> dict[str, str]:
    """Where each page leads into the form."""
    found = {
        path.parent.relative_to(site).as_posix(): door.search(path.read_text("utf-8"))
        for path in site.rglob("index.html")
    }
    return {page: match[1] for page, match in found.items() if match}


def test_without_the_setting_nothing_is_asked_for(strategy: Path, run: Run) -> None:
    """There is no form, and the command says how to have one."""
    said = run(strategy, "forms")

    assert said.returncode == 0
    assert "Skriv «form:» i strategy.yml" in said.stderr


def test_settings_for_another_program(root: Path, run: Run) -> None:
    """Those of the form, for a repository that is named; nothing is fetched or written."""
    said = run(root, "forms", "--sveltia", REPO)
    nowhere = run(root, "forms", "--sveltia", "strategi")

    config = json.loads(said.stdout)
    assert config["backend"]["repo"] == "eier/strategi"
    assert [one["name"] for one in config["collections"]][:3] == ["areas", "goals", "measures"]
    assert "locale" not in config
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "«strategi» er ikke adressen til et repo." in nowhere.stderr
    assert (kept_programs(root), (root / "site").exists()) == ({}, False)


def test_a_strategy_with_errors_has_no_form(root: Path, run: Run) -> None:
    """The errors come first."""
    write_texts(root, {"goals/a.md": "---\ntitle: A\n---\n"})
    said = run(root, "forms", "--check")

    assert said.returncode == 1
    assert "goals/a.md" in said.stdout


def test_a_wrong_file_is_not_kept(root: Path, npm: Path) -> None:
    """Neither are those that came with it."""
    with tarfile.open(npm / "decap-cms-3.16.3.tgz", "w:gz"):
        pass
    with pytest.raises(FormProgramError) as raised:
        fetch_programs(root)

    assert "decap-cms.js" in raised.value.message(NB)
    assert kept_programs(root) == {}


@pytest.mark.parametrize("content", [None, b"no archive"])
def test_what_npm_cannot_give(root: Path, npm: Path, content: bytes | None) -> None:
    """A package that is not there, or that is none, is told in a sentence with npm's own words."""
    package = npm / "decap-cms-3.16.3.tgz"
    if content is None:
        package.unlink()
    else:
        package.write_bytes(content)
    with pytest.raises(FormProgramError) as raised:
        fetch_programs(root)

    assert raised.value.message(NB).startswith("npm kunne ikke hente programmene bak skjemaet: ")


def test_without_npm(root: Path, run: Run) -> None:
    """It is said where the programs come from."""
    said = run(root, "forms", PATH="")

    assert said.returncode == 2
    assert "Her er det ikke noe npm" in said.stderr
