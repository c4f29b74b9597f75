"""The form on the site with Decap CMS's GitLab backend: from the login to the merge request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.form_steps import Editor, strategy
from tests.browser.gitlab_host import APP, TOKEN, GitLabHost
from tests.browser.server import Server
from tests.browser.test_policy import sent_headers
from tests.browser.watch import Watched, watched
from tests.integration.site_support import Site, program
from tests.repositories import git

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.long]
GITHUB = "host: github\n  login: https://login.example.org/auth"
# What the program keeps of those who have logged in.
KEPT = json.dumps(json.dumps({"backendName": "gitlab", "token": TOKEN}))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A strategy that sends its proposals to a GitLab."""
    folder = strategy(tmp_path_factory.mktemp("form"))
    settings = folder / "strategy/strategy.yml"
    text = settings.read_text("utf-8")
    assert GITHUB in text
    settings.write_text(text.replace(GITHUB, f"host: gitlab\n  login: {APP}"), "utf-8")
    git(folder, "commit", "--quiet", "--all", "--message=Bytt")
    return folder


@pytest.fixture(scope="module")
def host(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GitLabHost]:
    """A host with its repository."""
    bare = tmp_path_factory.mktemp("host") / "strategi.git"
    git(root, "clone", "--quiet", "--bare", str(root), str(bare))
    with GitLabHost(bare) as started:
        yield started


@pytest.fixture(scope="module")
def site(root: Path, host: GitLabHost) -> Site:
    """Its site."""
    program(root, "build", "--to", "site", "--repo-url", host.repository)
    return Site(root, root / "site", "/", "")


@pytest.fixture
def visitor(browser: Browser, site: Site) -> Iterator[tuple[Editor, Watched, Server]]:
    """Somebody who has not logged in, on a host of sites that sends the headers we ask for."""
    with (
        Server(site.folder, headers=sent_headers(site)) as server,
        watched(browser, server.origin, viewport={"width": 1350, "height": 900}) as opened,
    ):
        yield Editor(opened.page), opened, server


def test_from_the_login_to_the_merge_request(
    visitor: tuple[Editor, Watched, Server], host: GitLabHost, tmp_path: Path
) -> None:
    """Who is sent away to log in comes back to the report that was opened, and sends it: two lines
    change, and the check passes. Only the host is asked, and the policy forbids nothing.
    """
    somebody, opened, server = visitor
    branch = "cms/measures/veiledning"
    opened.go(server.url("tiltak/veiledning/"))
    somebody.click(opened.page.locator(".ls-report a"))
    somebody.click(somebody.button("Logg på med GitLab"))
    somebody.reporting()
    somebody.take("Full")
    address = opened.address
    somebody.write("status_date", "2025-03")
    somebody.save_and_send()

    assert address.endswith("/admin/?report#/collections/measures/entries/veiledning")
    assert somebody.clicks == 4
    assert [said for said in opened.complaints if "Security Policy" in said] == []
    assert [url for url in opened.strangers if not url.startswith(f"{host.origin}/")] == []
    changed = host.git("diff", "--unified=0", "main", branch).splitlines()
    assert [line for line in changed if line[:1] in "+-"][2:] == [
        "-status: ongoing",
        "-status_date: 2024",
        "+status: completed",
        "+status_date: 2025-03",
    ]
    (proposed,) = (pull for pull in host.pulls if pull["source_branch"] == branch)
    assert (proposed["title"], proposed["target_branch"]) == ("Endret: veiledning", "main")
    assert host.labels[proposed["iid"]] == ["decap-cms/pending_review"]
    git(tmp_path, "clone", "--quiet", "--branch", branch, str(host.folder), "branch")
    assert program(tmp_path / "branch", "format", "--check").returncode == 0
    program(tmp_path / "branch", "check")


def test_a_report_goes_on_with_a_draft(
    visitor: tuple[Editor, Watched, Server], host: GitLabHost
) -> None:
    """What waited as a draft waits for review, on the same branch and in the same request."""
    somebody, opened, server = visitor
    branch = "cms/measures/kurs"
    opened.go(server.url("robots.txt"))
    opened.page.evaluate(f"() => localStorage.setItem('decap-cms-user', {KEPT})")
    somebody.open(server.url("admin/#/collections/measures/entries/kurs"))
    somebody.choose("status", "På")
    somebody.save()
    (proposed,) = (pull for pull in host.pulls if pull["source_branch"] == branch)
    before = host.labels[proposed["iid"]]
    somebody.report(server.url("tiltak/kurs/"))
    somebody.write("status_date", "2025")
    somebody.save_and_send()

    assert before == ["decap-cms/draft"]
    assert host.labels[proposed["iid"]] == ["decap-cms/pending_review"]
    assert [pull["source_branch"] for pull in host.pulls].count(branch) == 1
    changed = host.git("diff", "--unified=0", "main", branch).splitlines()
    assert [line for line in changed if line.startswith(("-s", "+s"))] == [
        "-status: planned",
        "+status: ongoing",
        "+status_date: 2025",
    ]
