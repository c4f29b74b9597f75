"""The programs of tests/package.json that judge pages and schemas, installed when needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from tests.browser.launch import browser_program
from tests.integration.processes import PATIENCE
from tests.integration.site_support import REPOSITORY

TESTS = REPOSITORY / "tests"
MODULES = TESTS / "node_modules"
HERE = Path(__file__).parent


@cache
def _install() -> None:
    """Does nothing when everything is there."""
    subprocess.run(["sh", str(TESTS / "install_validators.sh")], check=True, timeout=PATIENCE)


def module(name: str) -> Path:
    """The folder of a package."""
    _install()
    return MODULES / name


def node_surroundings() -> dict[str, str]:
    """The environment in which Node runs: where the distribution's is too old, there is one beside
    Python.
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path}


def _output(
    *command: str | Path, cwd: Path = TESTS, **environment: str
) -> subprocess.CompletedProcess[str]:
    _install()
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=node_surroundings() | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def complaint(*arguments: str | Path) -> str:
    """What a program for Node says of the sources; empty when it has nothing to complain of."""
    done = _output("node", *arguments, cwd=REPOSITORY)
    return done.stdout + done.stderr if done.returncode else ""


def schema_faults(schemas: dict[str, Any], file: Path) -> dict[str, Any]:
    """What Ajv, strict, has against schemas and what they let through; written to `file` first."""
    file.write_text(json.dumps(schemas), "utf-8")
    done = _output("node", HERE / "schemas.mjs", file)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def sveltia_complaints(configurations: dict[str, Any], file: Path) -> dict[str, list[str]]:
    """What the schema of Sveltia CMS has against configurations, written to `file` first."""
    file.write_text(json.dumps(configurations), "utf-8")
    done = _output("node", HERE / "sveltia.mjs", file)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def read_as_yaml12(texts: list[str], file: Path) -> list[Any]:
    """What YAML 1.2 makes of texts; they are written to `file` first."""
    file.write_text(json.dumps(texts), "utf-8")
    done = _output("node", HERE / "yaml12.mjs", file)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def written_in_browser(
    styles: dict[str, Any], texts: list[dict[str, Any]], file: Path
) -> list[str]:
    """What the form in the browser makes of values; they are written to `file` first."""
    file.write_text(json.dumps({"styles": styles, "texts": texts}), "utf-8")
    done = _output("node", HERE / "canonical.mjs", file)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def nu_errors(*paths: Path) -> list[str]:
    """What the Nu HTML checker has against pages, and any page below folders."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ("--errors-only", "--skip-non-html", "--format", "json")
    done = _output("java", "-jar", jar, *options, *paths)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [
        f"{error.get('url', '')}:{error.get('lastLine', 0)}: {error['message']}"
        for error in messages
    ]


def html_validate_faults(pages: Iterable[Path]) -> list[str]:
    """What html-validate has against pages, by the rules in html-validate.json.

    Its sets `standard` (what the HTML standard demands) and `a11y` (accessibility), errors and
    warnings alike. Three things are allowed. A table that scrolls is a `div` with the role of a
    region, for a `section` would be part of the outline. A form that filters what is shown sends
    nothing, so it has no button to send (H32). Headings inside a `template` are empty until the
    script fills them; axe looks at headings as they are shown.
    """
    program = MODULES / ".bin" / "html-validate"
    config = HERE / "html-validate.json"
    command = ("--config", config, "--formatter", "json", "--max-warnings", "0")
    done = _output(program, *command, *pages)
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return [
        f"{page['filePath']}:{message['line']}: {message['ruleId']}: {message['message']}"
        for page in results
        for message in page["messages"]
    ]


def lighthouse(urls: Iterable[str], *categories: str) -> list[dict[str, Any]]:
    """Scores of pages as on a mobile phone, with what cost points; of some categories or of all."""
    wanted = {"LIGHTHOUSE_CATEGORIES": ",".join(categories)} if categories else {}
    # Node finds packages from where a script lies.
    done = _output("node", HERE / "lighthouse.mjs", *urls, CHROME_PATH=browser_program(), **wanted)
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
