"""The policy of every page: nothing from elsewhere, no script but the known, nothing stored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from living_strategy.settings import Settings
from living_strategy.site.well_known import well_known
from tests.browser.samples import samples
from tests.browser.server import Server
from tests.browser.watch import PATIENCE, Watched, watched
from tests.integration.site_support import TODAY, Site

pytestmark = [pytest.mark.browser, pytest.mark.site]
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
STORED = """() => ({
  cookies: document.cookie, local: Object.keys(localStorage), session: Object.keys(sessionStorage),
})"""
# A script in the page, an event handler, and an address that is a script.
ATTACKS = """() => {
  const script = document.createElement("script");
  script.textContent = "window.__canary = 1";
  document.body.append(script);
  const holder = document.createElement("div");
  holder.innerHTML = "<img src='data:,x' onerror='window.__canary = 2'>"
    + "<iframe srcdoc='<script>parent.__canary = 3</scr" + "ipt>'></iframe>"
    + "<b style='color: red'>x</b>";
  document.body.append(holder);
}"""


def sent_headers(site: Site) -> Mapping[str, str]:
    """The headers for all pages that the file for Netlify and Cloudflare asks for."""
    lines = (site.folder / "_headers").read_text("utf-8").splitlines()
    assert lines[0] == "/*"
    rule = lines[1 : next(number for number, line in enumerate(lines[1:], 1) if line[0] == "/")]
    return dict(line.strip().split(": ", 1) for line in rule)


@pytest.fixture
def strict(browser: Browser, small_site: Site) -> Iterator[tuple[Watched, Server]]:
    """A site on a host that sends the headers, and a browser that watches it."""
    headers = sent_headers(small_site)
    with (
        Server(small_site.folder, small_site.base, compress=True, headers=headers) as server,
        watched(browser, server.origin) as opened,
    ):
        yield opened, server


def test_every_template_works_under_the_policy(
    strict: tuple[Watched, Server], small_site: Site
) -> None:
    """With the policy in the page and in the headers: no complaint, no request to others, and
    nothing stored before the reader has chosen anything.
    """
    opened, server = strict
    for name, path in sorted(samples(small_site).items()):
        opened.complaints.clear()
        opened.go(server.url(path))
        complaints = [text for text in opened.complaints if name != "ikke-funnet"]

        assert complaints == [], name
        assert opened.page.evaluate(STORED) == {"cookies": "", "local": [], "session": []}, name
    assert opened.page.context.cookies() == []
    assert opened.strangers == []


def test_search_works_under_the_policy(strict: tuple[Watched, Server]) -> None:
    """Its program is WebAssembly in a worker, which a strict policy stops unless it is named."""
    opened, server = strict
    opened.go(server.url("sok/"))
    count = opened.page.evaluate(
        """async base => {
      const pagefind = await import(base + "pagefind/pagefind.js");
      await pagefind.init();
      return (await pagefind.search("personvern")).results.length;
    }""",
        server.base,
    )

    assert count > 5
    assert opened.complaints == []


def test_what_gets_into_a_page_does_not_run(browser: Browser, real_server: Server) -> None:
    """On a host that sends no headers too: the policy stands in the page."""
    with watched(browser, real_server.origin) as opened:
        opened.go(real_server.url("mal/"))
        opened.page.evaluate(ATTACKS)
        # The browser says so when it comes to it, of four attacks.
        opened.wait(
            lambda: sum("Content Security Policy" in text for text in opened.complaints) >= 4
        )

        assert opened.page.evaluate("window.__canary") is None


def test_the_policy_is_strict_everywhere(real_site: Site, plain_site: Site) -> None:
    """Every page has one policy, in its head before anything that loads, without exceptions for
    inline code; the headers allow no more.
    """
    allowed = sent_headers(real_site)["Content-Security-Policy"]
    for site in (real_site, plain_site):
        files = [path for path in site.folder.rglob("*.html") if "pagefind" not in path.parts]
        assert files
        for file in files:
            html = file.read_text("utf-8")
            (policy,) = POLICY.findall(html)
            before = html[: POLICY.search(html).start()]  # type: ignore[union-attr]
            assert not re.search(r"<(?:link|script|style|title)\b", before), file
            assert "unsafe-inline" not in policy, file
            assert "'unsafe-eval'" not in policy, file
            assert policy.startswith("default-src 'none'; script-src 'self'"), file
            assert "//" not in policy, file
            assert allowed.startswith(policy), file


def test_a_page_opens_from_a_folder(browser: Browser, real_site: Site) -> None:
    """Without a server, styles and script load: nothing on a page needs a base path."""
    opened = browser.new_page()
    opened.set_default_timeout(PATIENCE)
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("requestfailed", lambda request: complaints.append(request.url))
    for path in ("", "mal/", "tidslinje/"):
        opened.goto(real_site.file(path).as_uri())
        assert opened.evaluate("document.styleSheets.length") >= 2
        rules = "[...document.styleSheets].map(sheet => sheet.disabled)"
        assert True not in opened.evaluate(rules)
        assert opened.evaluate("getComputedStyle(document.body).margin") == "0px"
    opened.close()

    assert complaints == []


# Files for programs


def fields(file: Path) -> dict[str, str]:
    """The fields of a security.txt."""
    return dict(line.split(": ", 1) for line in file.read_text("utf-8").splitlines())


def test_security_txt_is_valid_for_less_than_a_year(small_site: Site) -> None:
    """RFC 9116: a contact, and a date of expiry that is near; without a contact there is none."""
    told = fields(small_site.folder / ".well-known" / "security.txt")
    expires = date.fromisoformat(told["Expires"].removesuffix("T00:00:00Z"))

    assert told["Contact"] == "https://www.ks.no/sikkerhet"
    assert TODAY + timedelta(days=300) < expires < TODAY + timedelta(days=365)
    without = well_known(Settings(title="Strategi"), "", TODAY)
    assert [path for path, _ in without] == ["robots.txt"]


def test_a_demonstration_is_kept_from_search_engines(
    small_site: Site, small_plain_site: Site
) -> None:
    """On both roads robots.txt and every page say so, and every page says who made it."""
    for site in (small_site, small_plain_site):
        robots = (site.folder / "robots.txt").read_text("utf-8")
        assert robots == "User-agent: *\nDisallow: /\n"
        for path in sorted(site.folder.rglob("*.html")):
            html = path.read_text("utf-8")
            assert '<meta name="robots" content="noindex">' in html, path
            moved = 'http-equiv="refresh"' in html
            assert moved or '<p class="ls-about">Laget for å prøves.' in html, path
