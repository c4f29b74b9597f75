"""A strategy with words of its own for everything: nowhere does it meet a word of ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tools.own_words import NOUNS, OTHER_MEANINGS

from living_strategy.adapters.plain.build import build_site
from tests.integration.conftest import Run
from tests.integration.living_content import LivingContent
from tests.integration.site_links import all_dead_links
from tests.integration.site_support import TODAY, write_texts

pytestmark = pytest.mark.site
URL = "https://x.example/a/plan/"
KINDS = (
    "area",
    "goal",
    "measure",
    "project",
    "organisation",
    "network",
    "body",
    "component",
    "scheme",
    "framework",
    "term",
)
FORMS = ("one", "many", "the_one", "the_many", "address")
# Words that the program has in no message, masculine and neuter, so that what agrees with them in
# a sentence differs from what agrees with ours.
WORDS = {
    "nb": """
        sats satser satsen satsene satser
        hensikt hensikter hensikten hensiktene hensikter
        innsats innsatser innsatsen innsatsene innsatser
        grep grep grepet grepene grep
        bedrift bedrifter bedriften bedriftene bedrifter
        klynge klynger klyngen klyngene klynger
        råd råd rådet rådene rad
        verktøy verktøy verktøyet verktøyene verktoy
        pott potter potten pottene potter
        rammeverk rammeverk rammeverket rammeverkene rammeverk
        glose gloser glosen glosene gloser
    """,
    "nn": """
        sats satsar satsen satsane satsar
        hensikt hensikter hensikta hensiktene hensikter
        innsats innsatsar innsatsen innsatsane innsatsar
        grep grep grepet grepa grep
        bedrift bedrifter bedrifta bedriftene bedrifter
        klynge klynger klynga klyngene klynger
        råd råd rådet råda rad
        verktøy verktøy verktøyet verktøya verktoy
        pott pottar potten pottane pottar
        rammeverk rammeverk rammeverket rammeverka rammeverk
        glose gloser glosa glosene gloser
    """,
    "en": """
        theme themes the-theme the-themes themes
        aim aims the-aim the-aims aims
        effort efforts the-effort the-efforts efforts
        activity activities the-activity the-activities activities
        unit units the-unit the-units units
        cluster clusters the-cluster the-clusters clusters
        council councils the-council the-councils councils
        tool tools the-tool the-tools tools
        pot pots the-pot the-pots pots
        charter charters the-charter the-charters charters
        entry entries the-entry the-entries glossary
    """,
}
SECTOR = {"nb": "kommunene", "nn": "kommunane", "en": "the municipalities"}
# Where the projects lay before they were called something else.
FORMER = "prosjekter-og-sant"
VALUES = {
    "status": {
        "proposed": "Luftet",
        "planned": "Avtalt",
        "ongoing": "Ruller",
        "completed": "I havn",
        "paused": "Hviler",
        "stopped": "Droppet",
    },
    "standing": {"adopted": "Spikret"},
    "financing": {"applied_for": "Bedt om", "unfinanced": "Åpent"},
}
# Our words for values that no sentence has in another meaning.
VALUES_OF_OURS = {
    "nb": r"fullført|stanset|på pause|ikke finansiert|søkt om|statusen er planlagt",
    "nn": r"fullførte?|stansa|på pause|ikkje finansiert|søkt om|statusen er planlagd",
    "en": r"completed|stopped|paused|applied for|status is planned",
}
PAGES = {
    "action_plan": "Årsplan",
    "four_year_plan": "Pengeplan",
    "strategy_map": "Spindelvev",
    "timeline": "Tidsstripe",
}
# What stands in a page besides words: addresses of the web, names of files, classes, parameters,
# and the file of a measure of another strategy, to be copied.
_OTHER = re.compile(r"<script.*?</script>|<style.*?</style>|<svg.*?</svg>|<pre>.*?</pre>", re.S)
_SHOWN = re.compile(r'\b(?:title|aria-label|alt|content|placeholder|data-label)="([^"]*)"')
# Parameters, addresses, names of files, and the id of an entry of the content.
_KEYS = re.compile(r"[\w-]+\.yml\b|\bdata-[\w-]+=|[?&;][\w-]+=|[\w-]+/|([\"';])ordningen\1")


def _terms(code: str) -> dict[str, Any]:
    rows = [line.split() for line in WORDS[code].strip().splitlines()]
    kinds = {
        kind: {form: word.replace("-", " ") for form, word in zip(FORMS, row, strict=True)}
        for kind, row in zip(KINDS, rows, strict=True)
    }
    kinds["project"]["former_addresses"] = [FORMER]
    return {"sector": SECTOR[code], "kinds": kinds, "values": VALUES, "pages": PAGES}


def _without_ours(value: Any) -> Any:
    """The content without any of our words in its texts; ids and keys stay."""
    if isinstance(value, dict):
        return {key: _without_ours(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_without_ours(part) for part in value]
    if not isinstance(value, str) or re.fullmatch(r"[a-z0-9/-]+", value):
        return value
    for pattern in NOUNS.values():
        value = pattern.sub("noe", value)
    return value


def _content(code: str) -> dict[str, bytes]:
    content = LivingContent()
    content.settings = _without_ours(content.settings)
    del content.settings["doors"]
    content.settings |= {"language": code, "terms": _terms(code)}
    content.areas = _without_ours(content.areas)
    content.registers = _without_ours(content.registers)
    for item in content.items.values():
        item.fields, item.body = _without_ours(item.fields), _without_ours(item.body)
    content.prose = {path: _without_ours(text) for path, text in content.prose.items()}
    return content.texts()


@pytest.fixture(scope="module", params=WORDS)
def strategy(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    quick_builds: None,
) -> tuple[str, Path]:
    """The language, and the folder of the strategy with its site."""
    root = tmp_path_factory.mktemp(request.param)
    write_texts(root, _content(request.param))
    built = build_site(root, root / "site", TODAY, URL)
    assert built.pages, built.diagnostics
    return request.param, root


def _words(path: Path, code: str) -> str:
    if path.suffix not in (".html", ".csv", ".json", ".atom", ".ics", ".md"):
        return ""
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        shown = " ".join(_SHOWN.findall(text))
        text = re.sub(r"<[^>]+>", " ", _OTHER.sub(" ", text)) + " " + shown
        if code == "en" and path.parent.name in ("data", "licence"):
            # Names of files and columns, and the terms of a licence.
            return ""
    elif code == "en":
        # Keys of data are English in every language.
        return ""
    for phrase in OTHER_MEANINGS[code]:
        text = text.replace(phrase, "")
    return _KEYS.sub(" ", text)


def test_no_file_says_a_word_of_ours(strategy: tuple[str, Path]) -> None:
    """No page, menu, feed, calendar, table, catalogue or index has a word that was replaced."""
    code, root = strategy
    site = root / "site"
    said = {
        f"{path.relative_to(site)}: …{text[max(0, found.start() - 40) : found.end() + 40]!r}…"
        for path in site.rglob("*")
        # Words that people search by are not words of the strategy, nor are examples of what its
        # settings may say.
        if path.is_file()
        and "assets" not in path.parts
        and path.name not in ("search-words.json", "strategy.schema.json")
        for text in (_words(path, code),)
        for found in NOUNS[code].finditer(text)
    }

    assert sorted(said) == []


def test_sentences_have_the_words_for_values(strategy: tuple[str, Path]) -> None:
    """Where a sentence, legend or count names a status, it does so in the strategy's own word."""
    code, root = strategy
    ours = re.compile(rf"(?<!\w)({VALUES_OF_OURS[code]})(?!\w)", re.I)
    texts = {
        path.relative_to(root / "site"): _words(path, code)
        for path in sorted((root / "site").rglob("*"))
        if path.is_file() and "assets" not in path.parts and path.name != "search-words.json"
    }
    said = {
        f"{path}: …{text[max(0, found.start() - 50) : found.end() + 30]!r}…"
        for path, text in texts.items()
        for found in ours.finditer(text)
    }
    sentences = {
        "nb": ("statusen er verken «i havn» eller «droppet»", "i havn eller droppet"),
        "nn": ("statusen er korkje «i havn» eller «droppet»", "i havn eller droppet"),
        "en": ("the status is neither “i havn” nor “droppet”", "i havn or droppet"),
    }[code]
    shown = " ".join(" ".join(text.split()) for text in texts.values())

    assert sorted(said) == []
    assert [words for words in sentences if words not in shown] == []


def test_pages_have_the_words_in_their_forms(strategy: tuple[str, Path]) -> None:
    """Headings, titles and values are the strategy's, and sentences agree with them."""
    code, root = strategy
    said = {
        "nb": ("Grep som er avhengige av dette grepet", "Denne hensikten er et forslag"),
        "nn": ("Grep som er avhengige av dette grepet", "Denne hensikta er eit forslag"),
        "en": ("Activities that depend on this one", "This aim is a proposal"),
    }[code]
    address = {"nb": "grep", "nn": "grep", "en": "activities"}[code]
    shown = " ".join(_words(path, code) for path in sorted((root / "site").rglob("*.html")))

    assert [
        words for words in (*said, "Ruller", "Årsplan 2026", "Spindelvev") if words not in shown
    ] == []
    assert (root / "site" / address / "kurs" / "index.html").is_file()


def test_former_addresses_lead_to_those_of_today(strategy: tuple[str, Path]) -> None:
    """What lay under the word that the strategy had before is found under the one that it has: the
    list, each entry, and each by its earlier id.
    """
    code, root = strategy
    address = {"nb": "grep", "nn": "grep", "en": "activities"}[code]
    projects = root / "site" / address
    entries = [path.parent.name for path in projects.glob("*/index.html")]
    led = {
        path.parent.relative_to(root / "site" / FORMER).as_posix(): _led_to(path)
        for path in (root / "site" / FORMER).rglob("index.html")
    }

    assert led["."] == f"../{address}/"
    assert set(led) >= {".", "kurs"}
    assert set(led) - {"."} == {name for name in entries if not name.startswith(("side-", "page-"))}
    assert all(
        (root / "site" / FORMER / name / target / "index.html").is_file()
        for name, target in led.items()
    )
    assert list(all_dead_links(root / "site", URL)) == []


def _led_to(page: Path) -> str:
    (target,) = re.findall(
        r'http-equiv="refresh" content="0; url=([^"]*)"', page.read_text("utf-8")
    )
    return str(target)


COMMANDS = (
    ("--help",),
    ("list",),
    ("list", "--help"),
    ("new", "--help"),
    ("new", "goal", "Nytt her"),
    ("new", "scheme", "Nytt der"),
    ("schema", "measure"),
    ("show", "kurs"),
    ("check",),
    ("status",),
    ("explain", "wrong-kind-of-reference"),
)


@pytest.mark.parametrize("code", ["nb", "nn"])
def test_no_command_says_a_word_of_ours(code: str, tmp_path: Path, run: Run) -> None:
    """Help, lists, new files, schemas, findings and explanations have the strategy's words."""
    write_texts(tmp_path, _content(code))
    said = {}
    for words in COMMANDS:
        result = run(tmp_path, *words)
        text = _KEYS.sub(" ", result.stdout + result.stderr)
        for phrase in (*OTHER_MEANINGS[code], "explain", "ordningen"):
            text = text.replace(phrase, "")
        if found := sorted({match[0] for match in NOUNS[code].finditer(text)}):
            said[words] = found

    assert said == {}


def test_a_kind_goes_by_its_own_word(tmp_path: Path, run: Run) -> None:
    """Commands know the strategy's word in every form, and those of ours still."""
    write_texts(tmp_path, _content("nb"))
    lists = [run(tmp_path, "list", word) for word in ("project", "grep", "Grepene", "prosjekter")]

    assert {result.returncode for result in lists} == {0}
    assert len({result.stdout for result in lists}) == 1


def test_a_word_that_another_kind_of_ours_has(tmp_path: Path, run: Run) -> None:
    """Where a strategy calls its projects “tiltak”, that word means them."""
    words = _content("nb")
    text = words["strategy/strategy.yml"].decode()
    words["strategy/strategy.yml"] = text.replace("one: grep", "one: tiltak").encode()
    write_texts(tmp_path, words)

    assert run(tmp_path, "list", "tiltak").stdout == run(tmp_path, "list", "project").stdout
