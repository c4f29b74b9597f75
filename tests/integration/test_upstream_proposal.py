"""The weekly job of a started repository: one request with the newest national version.

The lines are those of the pipelines, run by a shell in a repository with a remote of its own; the
program and the platform are stand-ins that note what they are asked.
"""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from living_strategy.content.municipalities import load_municipalities
from living_strategy.starting.files import starting_files
from living_strategy.starting.owner import municipality_owner

FILES = starting_files(municipality_owner("1103", load_municipalities()), date(2026, 11, 29))
BRANCH = "upstream-update"
# The program of the platform: it notes its arguments, and knows a request once one was made.
GH = """\
#!/bin/sh
echo "gh $*" >> "$ASKED"
case "$1 $2" in
  "pr list") if [ -e "$ASKED.made" ]; then echo 7; fi ;;
  "pr create") touch "$ASKED.made" ;;
esac
"""
CURL = """\
#!/bin/sh
echo "curl $*" >> "$ASKED"
case "$*" in
  *state=opened*) if [ -e "$ASKED.made" ]; then echo '[{"iid": 7}]'; else echo '[]'; fi ;;
  *) touch "$ASKED.made" ;;
esac
"""


def github_job() -> dict[str, Any]:
    """The job of the workflow."""
    workflow = yaml.safe_load(FILES[".github/workflows/upstream.yml"])
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    return dict(job)


def github_lines() -> str:
    """What the last step of the workflow runs."""
    return str(github_job()["steps"][-1]["run"])


def gitlab_lines() -> str:
    """What the job of the pipeline runs after make, with a remote that is here."""
    lines = str(yaml.safe_load(FILES[".gitlab-ci.yml"])["upstream"]["script"][-1])
    address = '"https://oauth2@$CI_SERVER_HOST:$CI_SERVER_PORT/$CI_PROJECT_PATH.git"'
    assert address in lines
    return lines.replace(address, "origin")


def git(folder: Path, *arguments: str) -> str:
    """What git says."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


class Kommune:
    """A repository with a remote, in which the job runs as on a new machine."""

    def __init__(self, folder: Path, lines: str) -> None:
        self.folder, self.lines = folder, lines
        self.remote, self.asked = folder / "remote.git", folder / "asked"
        self.report, self.tools = folder / "report.md", folder / "tools"
        self.tools.mkdir()
        for name, text in (("gh", GH), ("curl", CURL)):
            (self.tools / name).write_text(text)
            (self.tools / name).chmod(0o755)
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.remote))
        first = self.clone("first")
        (first / "upstream").mkdir()
        (first / "upstream/ks.catalogue.json").write_text("v1")
        (first / "upstream/ks.lock.yml").write_text("date: 1")
        git(first, "add", "--all")
        git(first, "-c", "user.name=x", "-c", "user.email=x@y.example", "commit", "-qm", "First")
        git(first, "push", "--quiet", "origin", "HEAD:main")

    def clone(self, name: str) -> Path:
        """A copy of the remote."""
        git(self.folder, "clone", "--quiet", str(self.remote), name)
        return self.folder / name

    def week(self, number: int, version: str) -> list[str]:
        """Run the job, and return what the platform was asked."""
        here = self.clone(f"week-{number}")
        self.report.write_text("")
        if version:
            (here / "upstream/ks.catalogue.json").write_text(version)
            (here / "upstream/ks.lock.yml").write_text(f"date: {number}")
            (here / "something-else.txt").write_text("left by a tool")
            self.report.write_text(f"## Endringer i {version}\n")
        self.asked.write_text("")
        subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", self.lines],
            cwd=here,
            check=True,
            capture_output=True,
            env={
                **os.environ,
                "PATH": f"{self.tools}:{os.environ['PATH']}",
                "ASKED": str(self.asked),
                "REPORT": str(self.report),
                "TITLE": "En nyere versjon",
                "BASE": "main",
                "CI_API_V4_URL": "https://gitlab.example/api/v4",
                "CI_PROJECT_ID": "1",
                "CI_DEFAULT_BRANCH": "main",
                "UPSTREAM_TOKEN": "secret",
                "GITLAB_USER_NAME": "x",
                "GITLAB_USER_EMAIL": "x@y.example",
            },
        )
        return self.asked.read_text().splitlines()


@pytest.mark.parametrize("lines", [github_lines(), gitlab_lines()], ids=["github", "gitlab"])
def test_one_request_is_kept_up_to_date(tmp_path: Path, lines: str) -> None:
    """Nothing without a newer version; then one request, whose text follows; never a second one."""
    kommune = Kommune(tmp_path, lines)
    changing = ("create", "edit", "--request", "source_branch=")

    def asked(number: int, version: str) -> list[str]:
        return [
            word
            for line in kommune.week(number, version)
            if "list" not in line and "state=opened" not in line
            for word in changing
            if f"pr {word}" in line or (f" {word}" in line and line.startswith("curl"))
        ]

    assert kommune.week(1, "") == []
    (made,) = asked(2, "v2")
    assert made in ("create", "source_branch=")
    assert git(kommune.remote, "show", f"{BRANCH}:upstream/ks.catalogue.json") == "v2"
    changed = git(kommune.remote, "diff", "--name-only", "main", BRANCH).splitlines()
    assert changed == ["upstream/ks.catalogue.json", "upstream/ks.lock.yml"]
    assert git(kommune.remote, "log", "-1", "--format=%s", BRANCH) == "En nyere versjon"
    # The same version again, with another day in the lock.
    assert asked(3, "v2") == []
    (edited,) = asked(4, "v3")
    assert edited in ("edit", "--request")
    assert git(kommune.remote, "show", f"{BRANCH}:upstream/ks.catalogue.json") == "v3"
    assert git(kommune.remote, "rev-list", "--count", f"main..{BRANCH}") == "1"


def test_only_the_job_may_write() -> None:
    """And only what it needs; the token is in the environment of one step."""
    job = github_job()
    assert job["permissions"] == {"contents": "write", "pull-requests": "write"}
    assert [step for step in job["steps"] if "GH_TOKEN" in step.get("env", {})] == [
        job["steps"][-1]
    ]
    assert job["steps"][0]["with"]["persist-credentials"] is False
