"""Collecting from sites on this machine, a tenth of which do what no site should."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from living_strategy.content.municipalities import load_municipalities
from living_strategy.model.collected import Silence
from tests.integration.conftest import Run
from tests.local_sites import (
    HOSTILE_TITLE,
    as_they_should,
    leads_to,
    listed,
    local_catalogue,
    local_sites,
    misbehaving,
    sends,
)

pytestmark = pytest.mark.usefixtures("without_search")
NUMBERS = tuple(sorted(load_municipalities().by_number))[5:45]
GOAL = "innbyggernes-ferdigheter"
COLLECT = ("collect", "--allow-local", "--timeout")
A_DAY_LATER = "1767312000"


def kept(strategy: Path, number: str) -> dict[str, Any]:
    """What is kept of a site."""
    data = json.loads((strategy / f"collected/{number}.json").read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def files(strategy: Path) -> dict[str, bytes]:
    """All that is kept, by the names of the files."""
    return {path.name: path.read_bytes() for path in (strategy / "collected").iterdir()}


def list_sites(strategy: Path, address: str, *numbers: str) -> None:
    """Write the list of sites."""
    (strategy / "strategy/local-sites.yml").write_text(listed(address, numbers), "utf-8")


def test_without_a_list_there_is_nothing_to_do(strategy: Path, run: Run) -> None:
    """And nothing of it on the site."""
    done = run(strategy, "collect")
    assert run(strategy, "build").returncode == 0

    assert (done.returncode, "strategy/local-sites.yml" in done.stdout) == (0, True)
    assert not (strategy / "collected").exists()
    assert not (strategy / "site/lokale-strategier").exists()
    assert "lokale-strategier" not in (strategy / "site/index.html").read_text("utf-8")


def test_a_tenth_misbehaves(strategy: Path, run: Run) -> None:
    """The others are collected, the same again gives the same bytes, and the site is built, where
    no text of another site is more than a text.
    """
    sites = as_they_should(NUMBERS, [GOAL])
    sites[NUMBERS[0]] = sends(local_catalogue(NUMBERS[0], [GOAL], title=HOSTILE_TITLE))
    bad = dict(
        zip(NUMBERS[1:], misbehaving(local_catalogue("9999", [GOAL])).values(), strict=False)
    )
    with local_sites(sites | bad) as address:
        list_sites(strategy, address, *NUMBERS)
        first = run(strategy, *COLLECT, "1")
        before = files(strategy)
        second = run(strategy, *COLLECT, "1")

    good = len(NUMBERS) - len(bad)
    assert first.returncode == second.returncode == 0, first.stderr
    assert f"{good} av {len(NUMBERS)} nettsteder svarte." in first.stdout
    assert first.stderr.count("\n") == len(bad)
    assert len(before) == len(NUMBERS)
    assert files(strategy) == before
    assert "0 filer" in second.stdout
    for number in bad:
        assert kept(strategy, number).keys() == {"number", "address", "silence", "silent_since"}
    built = run(strategy, "build")
    assert built.returncode == 0, built.stderr
    pages = [path.read_text("utf-8") for path in (strategy / "site").rglob("*.html")]
    assert not any("<script>alert" in page or "<img src=x" in page for page in pages)
    assert not any("\u202e" in page or "javascript:" in page for page in pages)
    measures = (strategy / "site/lokale-strategier/tiltak/index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in measures
    assert "{{ 7*7 }}" in measures
    overview = (strategy / "site/lokale-strategier/index.html").read_text("utf-8")
    assert f"{good} av {len(NUMBERS)}" in overview
    for page in pages:
        assert re.search(r'href="(?:file|javascript):', page) is None


def reasons() -> list[tuple[str, Silence]]:
    """Why each of them gives nothing, for readers."""
    refused = ("file", "private", "metadata", "local name", "around")
    return [
        *((name, Silence.REFUSED) for name in refused),
        *((name, Silence.TOO_LARGE) for name in ("oversized", "bomb")),
        *((name, Silence.UNREACHABLE) for name in ("error", "missing")),
        ("slow", Silence.SLOW),
        *((name, Silence.UNUSABLE) for name in ("not packed", "deep", "twice", "infinite")),
        *((name, Silence.UNUSABLE) for name in ("none", "tampered", "script address", "state")),
    ]


def test_the_reason_is_told(strategy: Path, run: Run) -> None:
    """One word for readers; a sentence on the command line."""
    by_name = misbehaving(local_catalogue("9999", [GOAL]))
    numbers = dict(zip((name for name, _ in reasons()), NUMBERS, strict=False))
    with local_sites({number: by_name[name] for name, number in numbers.items()}) as address:
        list_sites(strategy, address, *numbers.values())
        done = run(strategy, *COLLECT, "1")

    # Nobody answered.
    assert done.returncode == 1
    said = {name: kept(strategy, numbers[name])["silence"] for name, _ in reasons()}
    assert said == {name: why.value for name, why in reasons()}


def test_the_last_good_copy_is_kept(strategy: Path, run: Run) -> None:
    """With its date, and since when the site is silent; when it answers again, that is gone."""
    number = NUMBERS[0]
    sites = as_they_should([number], [GOAL])
    with local_sites(sites) as address:
        list_sites(strategy, address, number)
        run(strategy, *COLLECT, "5")
        good = kept(strategy, number)
        sites[number] = misbehaving(b"{}")["error"]
        silent = run(strategy, *COLLECT, "5", SOURCE_DATE_EPOCH=A_DAY_LATER)
        while_silent = kept(strategy, number)
        again_silent = run(strategy, *COLLECT, "5", SOURCE_DATE_EPOCH="1767398400")
        later = kept(strategy, number)
        sites[number] = sends(local_catalogue(number, [GOAL], measures=1))
        run(strategy, *COLLECT, "5", SOURCE_DATE_EPOCH="1767484800")
        changed = kept(strategy, number)

    assert (good["fetched"], good["changed"]) == ("2026-01-01", "2026-01-01")
    assert while_silent == good | {"silence": "unreachable", "silent_since": "2026-01-02"}
    assert later == while_silent
    assert silent.returncode == again_silent.returncode == 1
    assert "1. januar 2026" in silent.stderr
    assert (changed["fetched"], changed["changed"]) == ("2026-01-04", "2026-01-04")
    assert "silence" not in changed
    assert len(changed["measures"]) == 1


def test_what_has_not_changed_is_not_sent_again(strategy: Path, run: Run) -> None:
    """The day of the last change stays."""
    number = NUMBERS[0]
    with local_sites(as_they_should([number], [GOAL])) as address:
        list_sites(strategy, address, number)
        run(strategy, *COLLECT, "5")
        before = kept(strategy, number)
        run(strategy, *COLLECT, "5", SOURCE_DATE_EPOCH=A_DAY_LATER)

    assert before["etag"]
    assert kept(strategy, number) == before | {"fetched": "2026-01-02"}


def test_local_addresses_are_refused_unless_allowed(strategy: Path, run: Run) -> None:
    """Nobody can make this site ask the servers of the house."""
    number = NUMBERS[0]
    with local_sites({number: leads_to("http://10.0.0.1/")}) as address:
        list_sites(strategy, address, number)
        done = run(strategy, "collect")

    assert done.returncode == 1
    assert kept(strategy, number)["silence"] == "refused"


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"number": "0000"}', b"\xff", b"1e999"])
def test_a_damaged_file_never_breaks_a_build(strategy: Path, run: Run, content: bytes) -> None:
    """It is told, and not shown; the next collection puts it right."""
    number = NUMBERS[0]
    (strategy / "collected").mkdir()
    (strategy / f"collected/{number}.json").write_bytes(content)
    with local_sites(as_they_should([number], [GOAL])) as address:
        list_sites(strategy, address, number)
        built = run(strategy, "build")
        collected = run(strategy, *COLLECT, "5")

    assert built.returncode == 0, built.stderr
    assert "damaged-collection" in built.stdout + built.stderr
    assert collected.returncode == 0
    assert kept(strategy, number)["follows"] is True
