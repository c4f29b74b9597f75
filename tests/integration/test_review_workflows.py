"""The workflows that tell what a proposal changes: their lines run by a shell, over real git.

The platform is a stand-in that answers as its interface does and notes what it is asked; the
program is the real one. What a proposal holds must never run where there is a token.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from living_strategy.content.municipalities import load_municipalities
from living_strategy.papers.review.markdown import MARKER
from living_strategy.starting.files import starting_files
from living_strategy.starting.owner import municipality_owner
from tests.integration.small_strategy import FILES, TODAY, program

STARTED = starting_files(municipality_owner("1103", load_municipalities()), date(2026, 11, 29))
MEASURE = "measures/veiledning.md"
# Answers questions as the platform does, from files that a test has written, and notes them all.
GH = """\
#!{python}
import json, os, sys
here = os.environ["PLATFORM"]
words = sys.argv[1:]
with open(f"{here}/asked", "a") as file:
    file.write(json.dumps([words, sorted(k for k in os.environ if "TOKEN" in k)]) + "\\n")
if words[:2] == ["auth", "setup-git"]:
    sys.exit()
if words[:2] == ["pr", "list"]:
    print("\\n".join(str(pull["number"]) for pull in json.load(open(f"{here}/pulls"))))
    sys.exit()
path = next(word for word in words if word.startswith("repos/"))
if "--method" in words:
    body = next(word for word in words if word.startswith("body=@")).removeprefix("body=@")
    comments = json.load(open(f"{here}/comments"))
    text = open(body).read()
    if "POST" in words:
        user = {"login": "github-actions[bot]"}
        comments.append({"id": len(comments) + 1, "user": user, "body": text})
    else:
        number = int(path.rpartition("/")[2])
        next(each for each in comments if each["id"] == number)["body"] = text
    json.dump(comments, open(f"{here}/comments", "w"))
    sys.exit()
if path.endswith("/pages"):
    print("https://kommunen.example/strategi/")
elif "/pulls?" in path:
    for pull in json.load(open(f"{here}/pulls")):
        head = pull["head"]
        if (head["sha"], head["repo"]) == (os.environ["HEAD_SHA"], os.environ["HEAD_REPOSITORY"]):
            print(pull["number"])
elif "/comments?" in path:
    for each in json.load(open(f"{here}/comments")):
        if each["user"]["login"] == "github-actions[bot]" and each["body"].startswith("MARKER"):
            print(each["id"])
""".replace("MARKER", MARKER)
CURL = """\
#!{python}
import json, os, sys
here = os.environ["PLATFORM"]
words = sys.argv[1:]
with open(f"{here}/asked", "a") as file:
    file.write(json.dumps([words, sorted(k for k in os.environ if "TOKEN" in k)]) + "\\n")
url = next(word for word in words if word.startswith("https://"))
comments = json.load(open(f"{here}/comments"))
if url.endswith("/user"):
    print(json.dumps({"id": 77}))
elif "merge_requests?" in url:
    pulls = json.load(open(f"{here}/pulls"))
    print(json.dumps([{"iid": p["number"], "sha": p["head"]["sha"]} for p in pulls]))
elif "/notes?" in url:
    print(json.dumps(comments))
else:
    file = next(word for word in words if word.startswith("body@")).removeprefix("body@")
    text = open(file).read()
    if "POST" in words:
        comments.append({"id": len(comments) + 1, "author": {"id": 77}, "body": text})
    else:
        number = int(url.rpartition("/")[2])
        next(each for each in comments if each["id"] == number)["body"] = text
    json.dump(comments, open(f"{here}/comments", "w"))
"""


def steps(name: str, job: str) -> dict[str, dict[str, Any]]:
    """The steps of a job that run lines, by their name."""
    workflow = yaml.safe_load(STARTED[f".github/workflows/{name}.yml"])
    return {step["name"]: step for step in workflow["jobs"][job]["steps"] if "run" in step}


def gitlab_lines() -> str:
    """What the job of the pipeline runs after it has installed the program."""
    return str(yaml.safe_load(STARTED[".gitlab-ci.yml"])["review"]["script"][-1])


def git(folder: Path, *arguments: str) -> str:
    """What git says."""
    surroundings = {**os.environ, "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@y.example",
                    "GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x@y.example"}  # fmt: skip
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=surroundings,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


class Platform:
    """A repository with a remote, proposals to it, and the machine on which a job runs."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.remote = folder, folder / "remote.git"
        self.here, self.tools = folder / "here", folder / "tools"
        self.tools.mkdir()
        for name, text in (("gh", GH), ("curl", CURL)):
            (self.tools / name).write_text(text.replace("{python}", sys.executable))
            (self.tools / name).chmod(0o755)
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.remote))
        work = folder / "work"
        git(folder, "clone", "--quiet", str(self.remote), "work")
        git(work, "switch", "--quiet", "--create", "main")
        self._commit(work, FILES)
        git(work, "push", "--quiet", "origin", "main")
        git(folder, "clone", "--quiet", str(self.remote), "here")
        # The program of the main branch, which tells whether it sees a token.
        (self.here / ".venv/bin").mkdir(parents=True)
        command = self.here / ".venv/bin/living-strategy"
        words = " ".join(f"'{word}'" for word in program())
        command.write_text(f'#!/bin/sh\nenv | grep TOKEN > "$PLATFORM/seen"\nexec {words} "$@"\n')
        command.chmod(0o755)
        self.save("pulls", [])
        self.save("comments", [])
        (folder / "asked").write_text("")

    def save(self, name: str, content: object) -> None:
        """Keep what the platform answers with."""
        (self.folder / name).write_text(json.dumps(content))

    def _commit(self, work: Path, files: dict[str, str]) -> str:
        for path, text in files.items():
            (work / path).parent.mkdir(parents=True, exist_ok=True)
            (work / path).write_text(text, "utf-8")
        git(work, "add", "--all")
        git(work, "commit", "--quiet", "--message=x")
        return git(work, "rev-parse", "HEAD")

    def propose(self, number: int, files: dict[str, str], repository: str = "eier/strategi") -> str:
        """Make or renew a proposal, as a push to a branch or a fork does, and say its commit."""
        work = self.folder / "work"
        git(work, "checkout", "--quiet", "-B", f"proposal-{number}", "main")
        commit = self._commit(work, files)
        for name in (f"pull/{number}", f"merge-requests/{number}"):
            git(work, "push", "--quiet", "--force", "origin", f"HEAD:refs/{name}/head")
        pulls = [pull for pull in self.pulls if pull["number"] != number]
        self.save(
            "pulls", [*pulls, {"number": number, "head": {"sha": commit, "repo": repository}}]
        )
        return commit

    @property
    def pulls(self) -> list[dict[str, Any]]:
        """The open proposals."""
        return list(json.loads((self.folder / "pulls").read_text()))

    @property
    def comments(self) -> list[dict[str, Any]]:
        """The comments on all of them."""
        return list(json.loads((self.folder / "comments").read_text()))

    @property
    def asked(self) -> Iterator[list[str]]:
        """What the platform was asked."""
        for line in (self.folder / "asked").read_text().splitlines():
            yield json.loads(line)[0]

    def run(
        self, lines: str, folder: Path | None = None, **words: str
    ) -> subprocess.CompletedProcess[str]:
        """Run lines as a job does, with nothing else in the environment."""
        return subprocess.run(
            ["bash", "-e", "-c", lines],
            cwd=folder or self.here,
            capture_output=True,
            text=True,
            check=False,
            env={
                "PATH": f"{self.tools}:{os.environ['PATH']}",
                "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
                "HOME": str(self.folder),
                "PLATFORM": str(self.folder),
                "SOURCE_DATE_EPOCH": TODAY,
                "RUNNER_TEMP": str(self.folder),
                "GITHUB_OUTPUT": str(self.folder / "output"),
                "GITHUB_REPOSITORY": "eier/strategi",
                "GITHUB_WORKSPACE": str(self.here),
                **words,
            },
        )

    def github(self, commit: str, repository: str = "eier/strategi", preview: str = "") -> str:
        """Run the steps of the privileged workflow, and return the text that it wrote."""
        find, write, comment = list(steps("review", "comment").values())[-3:]
        (self.folder / "output").write_text("")
        done = self.run(
            find["run"], GH_TOKEN="secret", BASE="main", HEAD_SHA=commit,
            HEAD_REPOSITORY=repository, PREVIEW_URL=preview,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        output = dict(
            line.split("=", 1) for line in (self.folder / "output").read_text().splitlines()
        )
        if not output.get("number"):
            return ""
        assert write["if"] == comment["if"] == "steps.proposal.outputs.number != ''"
        done = self.run(write["run"], HEAD_SHA=commit, PREVIEW=output.get("preview", ""))
        assert (done.returncode, done.stderr) == (0, "")
        assert (self.folder / "seen").read_text() == ""
        done = self.run(comment["run"], GH_TOKEN="secret", NUMBER=output["number"])
        assert (done.returncode, done.stderr) == (0, "")
        return (self.folder / "review.md").read_text()

    def gitlab(self) -> None:
        """Run the job of the pipeline."""
        lines = gitlab_lines().replace("/tmp/", f"{self.folder}/")
        done = self.run(
            lines, REVIEW_TOKEN="secret", CI_API_V4_URL="https://gitlab.example/api/v4",
            CI_PROJECT_ID="1", CI_DEFAULT_BRANCH="main",
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def platform(tmp_path: Path) -> Platform:
    """A platform without proposals."""
    return Platform(tmp_path)


STOPPED = {MEASURE: FILES[MEASURE].replace("ongoing", "completed")}
PLANNED = {MEASURE: FILES[MEASURE].replace("ongoing", "planned")}


def test_github_keeps_one_comment(platform: Platform) -> None:
    """It follows the proposal, whatever others write, and only its own comment is changed."""
    forged = {"id": 1, "user": {"login": "noen"}, "body": f"{MARKER} min"}
    platform.save("comments", [forged])
    platform.propose(4, PLANNED)
    first = platform.github(platform.propose(7, STOPPED, "noen/strategi"), "noen/strategi")
    second = platform.github(platform.propose(7, PLANNED, "noen/strategi"), "noen/strategi")

    assert "Status endret fra pågår til fullført" in first
    assert "Status endret fra pågår til planlagt" in second
    assert platform.comments == [
        forged, {"id": 2, "user": {"login": "github-actions[bot]"}, "body": second},
    ]  # fmt: skip
    assert git(platform.here, "status", "--porcelain", "--untracked-files=no") == ""


def test_github_takes_a_proposal_for_what_it_is(platform: Platform) -> None:
    """An older push, a commit that nobody proposes, and one of another repository get nothing."""
    older = platform.propose(7, STOPPED)
    commit = platform.propose(7, PLANNED)

    assert platform.github(older) == ""
    assert platform.github("0" * 40) == ""
    assert platform.github(commit, "noen/strategi") == ""
    # The list is of a moment before the push.
    platform.save("pulls", [{"number": 7, "head": {"sha": older, "repo": "eier/strategi"}}])
    assert platform.github(older) == ""
    platform.save(
        "pulls", [{"number": "7; touch x", "head": {"sha": commit, "repo": "eier/strategi"}}]
    )
    assert platform.github(commit) == ""
    assert platform.comments == []


def test_only_branches_of_the_repository_have_a_preview(platform: Platform) -> None:
    """Links lead to it from their comments, and from no comment on a fork."""
    preview = "https://forslag.example/"
    own = platform.github(platform.propose(7, STOPPED), preview=preview)
    fork = platform.github(platform.propose(8, STOPPED, "noen/strategi"), "noen/strategi", preview)

    assert "(<https://forslag.example/pr-7/tiltak/veiledning/>)" in own
    assert "forslag.example" not in fork


def test_nothing_of_a_proposal_runs(platform: Platform) -> None:
    """Not its program, its settings of git, its pipelines, its templates or its links."""
    trap = '#!/bin/sh\ntouch "$PLATFORM/trapped"\n'
    commit = platform.propose(
        7,
        {
            "Makefile": "install:\n\ttouch $(PLATFORM)/trapped\n",
            ".venv/bin/living-strategy": trap,
            ".gitattributes": "* filter=x\n",
            ".gitconfig": f"[core]\n\tfsmonitor = {trap}\n",
            "living_strategy/__init__.py": "open('trapped', 'w')\n",
            "sitecustomize.py": "open('trapped', 'w')\n",
            "overrides/views/goal.html": "{{ 1 / 0 }}{% for x in range(10**9) %}{% endfor %}",
            **STOPPED,
        },
        "noen/strategi",
    )
    text = platform.github(commit, "noen/strategi")
    platform.save("comments", [])
    platform.gitlab()

    assert "Se på dette først" in text
    assert "Makefile" in text
    assert not (platform.folder / "trapped").exists()
    assert not (platform.here / "trapped").exists()
    assert not (platform.here / "Makefile").exists()


def test_gitlab_keeps_one_comment_on_each(platform: Platform) -> None:
    """Each open proposal has one, also from a fork; the program that reads them sees no token."""
    forged = {"id": 1, "author": {"id": 5}, "body": f"{MARKER} min"}
    platform.save("comments", [forged])
    platform.propose(7, STOPPED)
    platform.gitlab()
    platform.propose(7, PLANNED)
    platform.gitlab()

    assert platform.comments[0] == forged
    (comment,) = platform.comments[1:]
    assert comment["body"].startswith(MARKER)
    assert "Status endret fra pågår til planlagt" in comment["body"]
    assert (platform.folder / "seen").read_text() == ""


def test_gitlab_goes_on(platform: Platform) -> None:
    """A proposal whose branch is gone, or was pushed to meanwhile, stops no other."""
    older = platform.propose(7, STOPPED)
    platform.propose(7, PLANNED)
    pulls = [
        {"number": 5, "head": {"sha": "0" * 40}}, {"number": 7, "head": {"sha": older}},
        {"number": 7, "head": {"sha": git(platform.remote, "rev-parse", "refs/pull/7/head")}},
    ]  # fmt: skip
    platform.save("pulls", pulls)
    lines = gitlab_lines().replace("/tmp/", f"{platform.folder}/")
    done = platform.run(
        lines, REVIEW_TOKEN="secret", CI_API_V4_URL="https://gitlab.example/api/v4",
        CI_PROJECT_ID="1", CI_DEFAULT_BRANCH="main",
    )  # fmt: skip

    assert done.returncode == 0
    assert len(platform.comments) == 1


def preview(platform: Platform, number: int, url: str) -> subprocess.CompletedProcess[str]:
    """Run the lines that publish a preview, with a remote that is here."""
    (step,) = steps("content", "preview").values()
    address = '"https://x-access-token@github.com/$PREVIEW_REPOSITORY.git"'
    assert address in step["run"]
    job = platform.folder / f"job-{number}"
    (job / "site" / "tiltak").mkdir(parents=True)
    (job / "site" / "index.html").write_text(f"Forslag {number}")
    return platform.run(
        step["run"].replace(address, str(platform.folder / "previews.git")),
        job,
        GH_TOKEN="secret", NUMBER=str(number), PREVIEW_REPOSITORY="eier/forslag",
        PREVIEW_TOKEN="other", PREVIEW_URL=url,
    )  # fmt: skip


def test_previews_lie_on_a_host_of_their_own(platform: Platform) -> None:
    """One folder for each open proposal, no history, and nothing on the host of the site."""
    remote = platform.folder / "previews.git"
    git(platform.folder, "init", "--quiet", "--bare", "--initial-branch=main", str(remote))
    refused = preview(platform, 1, "https://kommunen.example/forslag/")
    assert refused.returncode == 1
    assert "::error::PREVIEW_URL is on the host of the site itself" in refused.stdout
    assert preview(platform, 2, "http://forslag.example/").returncode == 1
    assert git(platform.folder, "-C", str(remote), "for-each-ref") == ""

    for number in (7, 8):
        platform.propose(number, STOPPED)
        done = preview(platform, number, "https://forslag.example/")
        assert done.returncode == 0, done.stderr
    platform.save("pulls", [pull for pull in platform.pulls if pull["number"] != 7])
    platform.propose(9, STOPPED)
    assert preview(platform, 9, "https://forslag.example/").returncode == 0

    names = git(remote, "ls-tree", "-r", "--name-only", "main").splitlines()
    assert names == [".nojekyll", "pr-8/index.html", "pr-9/index.html", "robots.txt"]
    assert git(remote, "show", "main:pr-9/index.html") == "Forslag 9"
    assert git(remote, "rev-list", "--count", "main") == "1"


def test_rights_and_tokens() -> None:
    """The half that may write checks out the main branch alone, and its token is in two steps; the
    half that runs a proposal may write nothing, and its preview is of no fork.
    """
    review = yaml.safe_load(STARTED[".github/workflows/review.yml"])
    content = yaml.safe_load(STARTED[".github/workflows/content.yml"])
    (job,) = review["jobs"].values()
    checkout = job["steps"][0]
    tokens = ["TOKEN" in str(step.get("env", {})) for step in job["steps"]]

    assert review["permissions"] == {}
    assert job["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert checkout["with"] == {"persist-credentials": False, "fetch-depth": 0}
    assert tokens == [False, False, False, True, False, True]
    assert review[True]["workflow_run"]["workflows"] == [content["name"]]
    assert content["permissions"] == {"contents": "read"}
    assert "permissions" not in content["jobs"]["check"]
    shown = content["jobs"]["preview"]
    assert set(shown["permissions"].values()) == {"read"}
    assert "github.event.pull_request.head.repo.full_name == github.repository" in shown["if"]
    # Values of others come through the environment, where no shell reads them as lines.
    for each in (*job["steps"], *content["jobs"]["check"]["steps"], *shown["steps"]):
        assert "${{" not in each.get("run", "")
