"""Policy, headers, well-known files, card image and dates of changes: parts of the adapters."""

from __future__ import annotations

import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from living_strategy.adapters.publishing import read_strategy
from living_strategy.site.card_image import HEIGHT, WIDTH, card_image
from living_strategy.site.footer import FooterLink
from living_strategy.site.header_files import header_files
from living_strategy.site.well_known import expiry, robots, security_txt
from tests.factories import a_goal, a_graph, a_measure, an_area, write_files
from tests.integration.site_support import TODAY

# Headers


@pytest.mark.parametrize("base", ["/", "/strategi/"])
def test_headers_for_three_kinds_of_host(base: str) -> None:
    """Each file asks for the same headers, in its own form."""
    files = {path: content.decode() for path, content in header_files(base)}
    names = ("Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options")

    assert set(files) == {"_headers", ".htaccess", "nginx-headers.conf"}
    for path, text in files.items():
        # Nginx wants them again in each of the two folders that have more, and for two types.
        said = 5 if path == "nginx-headers.conf" else 1
        assert all(text.count(name) == said for name in names)
        assert text.count("Access-Control-Allow-Origin") == 1
        assert text.count("Cache-Control") == (2 if path == "_headers" else 1)
        assert "frame-ancestors 'none'" in text
    assert max(map(len, files["_headers"].splitlines())) < 2000, "Cloudflare's limit"
    assert f"ErrorDocument 404 {base}404.html" in files[".htaccess"]
    assert f"error_page 404 {base}404.html;" in files["nginx-headers.conf"]
    assert 'AddType "text/calendar; charset=utf-8" .ics\n' in files[".htaccess"]
    assert 'AddType "application/atom+xml" .atom\n' in files[".htaccess"]
    assert f"location ~ ^{base}.*\\.ics$ {{\n" in files["nginx-headers.conf"]
    assert 'default_type "application/atom+xml";' in files["nginx-headers.conf"]


def test_the_form_has_headers_of_its_own() -> None:
    """Its policy stands in its pages, and it opens a window to log in. Where a file of headers
    knows no exceptions, that holds for all.
    """
    plain = {path: content.decode() for path, content in header_files("/s/")}
    files = {path: content.decode() for path, content in header_files("/s/", has_form=True)}
    own = "Content-Security-Policy \"frame-ancestors 'none'\""

    assert "default-src" not in files["_headers"]
    assert "  Cross-Origin-Opener-Policy: same-origin-allow-popups" in files["_headers"]
    assert files[".htaccess"].startswith(plain[".htaccess"].partition("<If ")[0])
    assert "m#^/s/admin/#" in files[".htaccess"]
    assert files["nginx-headers.conf"].startswith(plain["nginx-headers.conf"])
    assert "location ^~ /s/admin/ {\n" in files["nginx-headers.conf"]
    for path in (".htaccess", "nginx-headers.conf"):
        assert files[path].count(own) == 1
        assert own not in plain[path]


# Well-known files


@pytest.mark.parametrize(
    "today", [date(2026, 1, 1), date(2026, 11, 22), date(2028, 2, 29), date(2027, 12, 31)]
)
def test_expiry_is_less_than_a_year_ahead(today: date) -> None:
    """And long enough for a site that is built every month."""
    assert timedelta(days=330) < expiry(today) - today < timedelta(days=365)


def test_contact_is_an_address() -> None:
    """RFC 9116 wants a URI."""
    assert "Contact: mailto:a@b.no\n" in security_txt("a@b.no", "", TODAY)
    text = security_txt("https://b.no/x", "https://b.no/", TODAY)
    assert "Contact: https://b.no/x\n" in text
    assert "Canonical: https://b.no/.well-known/security.txt\n" in text


def test_a_demonstration_is_not_for_search_engines() -> None:
    """Nothing may be read by machines, and no sitemap is named."""
    assert robots("https://b.no/") == (
        "User-agent: *\nDisallow:\n\nSitemap: https://b.no/sitemap.xml\n"
    )
    assert robots("https://b.no/", is_listed=False) == "User-agent: *\nDisallow: /\n"


# Card image


def test_card_image(tmp_path: Path) -> None:
    """As large as those who show it want it, small as a file, and the same each time."""
    graph = a_graph(an_area(), a_goal(), a_measure(), a_measure(id="to", status="completed"))
    first, second = card_image(graph, TODAY), card_image(graph, TODAY)
    (tmp_path / "card.png").write_bytes(first)

    assert first == second
    assert len(first) < 20_000
    with Image.open(tmp_path / "card.png") as image:
        assert image.size == (WIDTH, HEIGHT)
        assert len(image.convert("RGB").getcolors() or ()) == 3
    with_nothing = card_image(a_graph(), TODAY)
    assert with_nothing[:4] == b"\x89PNG"


# Dates of changes


def git(root: Path, *arguments: str, when: str = "2026-01-01") -> None:
    """Run git with a made-up author and date."""
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    moment = f"{when}T12:00:00+0000"
    subprocess.run(
        ["git", *identity, *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        env={"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin"},
    )


def test_dates_come_from_the_newest_revision_of_a_file(tmp_path: Path) -> None:
    """Also when the strategy lies in a folder of the repository, and for names with æøå; but not
    from a history that was cut, where every file seems to be new.
    """
    root = tmp_path / "a" / "strategien"
    write_files(root, {"strategy/apent.md": "# Åpent\n"})
    assert read_strategy(root, TODAY).history.last_changes == {}
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "1", when="2026-01-01")
    text = (root / "measures" / "tiltak.md").read_text("utf-8")
    (root / "measures" / "tiltak.md").write_text(f"{text}\nMer.\n", "utf-8")
    git(tmp_path, "commit", "--quiet", "-a", "-m", "2", when="2026-03-02")

    dates = read_strategy(root, TODAY).history.last_changes
    assert dates["measures/tiltak.md"] == "2026-03-02"
    assert dates["goals/mal.md"] == dates["strategy/apent.md"] == "2026-01-01"

    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "1", tmp_path.as_uri(), str(clone))
    assert read_strategy(clone / "a" / "strategien", TODAY).history.last_changes == {}


# Footer


def test_the_statement_of_the_body_comes_first(tmp_path: Path) -> None:
    """Every page links to it; a demonstration has no such link."""
    write_files(tmp_path, {})
    build = read_strategy(tmp_path, TODAY)
    paths = ["accessibility/", "privacy/", "licence/", "data/", "sources/"]
    assert [link.path for link in build.footer][:3] == paths[:3]

    settings = (tmp_path / "strategy" / "strategy.yml").read_text("utf-8")
    statement = (
        "accessibility_statement: {url: https://uustatus.no/x, date: 2026-05}\n"
        "contact: post@lillevik.example"
    )
    official = settings.replace("publication: demonstration", statement)
    (tmp_path / "strategy" / "strategy.yml").write_text(official, "utf-8")
    first = read_strategy(tmp_path, TODAY).footer[0]

    assert first == FooterLink("Accessibility statement", "https://uustatus.no/x")
