"""A kommune decides about goals of this repository's strategy, and its site tells which."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from living_strategy.content.graph import Graph
from living_strategy.exports import catalogue
from living_strategy.exports.export import Release
from living_strategy.language import Language
from living_strategy.model import Goal
from living_strategy.site.addresses import Addresses
from tests.integration.small_strategy import environment, program

SITE = "https://strategi.example/"
DECISION = ("--body", "Kommunestyret", "--date", "2026-06-18", "--case", "PS 45/26")
TEXTS = ("--text", "title=Vi går <b>lenger</b>", "--text", "description=Vår **egen** tekst.")
# In processes of their own.
pytestmark = pytest.mark.no_cover


def run(folder: Path, *arguments: str) -> None:
    """Run the program in a folder; it must succeed."""
    result = subprocess.run(
        [*program(), *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def read(site: Path, path: str) -> str:
    """The words of a page in one line."""
    html = (site / path / "index.html").read_text("utf-8")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html))


def test_four_answers_and_all_the_others(tmp_path: Path, graph: Graph) -> None:
    """Adopted, adapted, declined and planned stand on the site, and the rest is not treated."""
    addresses = Addresses(Language.load("nb"))
    release = Release("v1", "2026-11-01", SITE)
    (file,) = catalogue.render(graph, addresses.entry, release)
    (tmp_path / "v1.json").write_bytes(file.content)
    folder, site = tmp_path / "kommune", tmp_path / "site"
    adopted, adapted, declined, planned, *others = graph.active(Goal)

    def done(*arguments: str) -> None:
        run(folder, *arguments)

    run(tmp_path, "start", "kommune", "--municipality", "1103", "--no-git")
    done("upstream", "add", "ks", "../v1.json")
    done("adopt", adopted.id, "--state", "adopted", *DECISION)
    done("adopt", adapted.id, "--state", "adapted", "--reason", "Vi vil mer.", *TEXTS)
    done("adopt", declined.id, "--state", "declined", "--reason", "Fylket gjør det.", *DECISION)
    done("adopt", planned.id, "--state", "planned", "--planned", "2020")
    (measure,) = (folder / "measures").glob("*.md")
    text = measure.read_text("utf-8")
    linked = re.sub(r"^goals: \[", f"goals: [ks:{adopted.id}, ", text, flags=re.M)
    assert linked != text
    measure.write_text(f"{linked}\nSe [[ks:{planned.id}]].\n", "utf-8")
    done("build", "--to", str(site))

    words = read(site, "nasjonale-mal")
    total = len(others) + 4
    counts = (
        "2 vedtatt eller tilpasset, 1 planlagt eller under vurdering, "
        f"1 avslått eller ikke relevant, {len(others)} ikke behandlet."
    )
    assert f"{total} nasjonale mål: {counts}" in words
    assert counts in read(site, "")
    assert "Datoen det var planlagt til, er passert." in words
    assert "Kommunestyret, 18. juni 2026, sak PS 45/26" in words.replace("\xa0", " ")
    own = read(site, f"nasjonale-mal/ks/{adapted.id}")
    assert "Vi går &lt;b&gt;lenger&lt;/b&gt;" in own
    assert "Vår egen tekst." in own
    assert adapted.title in own
    html = (site / f"nasjonale-mal/ks/{adopted.id}/index.html").read_text("utf-8")
    assert f'href="../../../tiltak/{measure.stem}/"' in html
    assert f'href="{SITE}mal/{adopted.id}/"' in html
    html = (site / f"tiltak/{measure.stem}/index.html").read_text("utf-8")
    for goal in (adopted, planned):
        assert f'href="../../nasjonale-mal/ks/{goal.id}/"' in html
    (group,) = json.loads((site / "data/catalogue.json").read_bytes())["adoptions"]
    assert {record["id"]: record["state"] for record in group["records"]} == {
        adopted.id: "adopted", adapted.id: "adapted", declined.id: "declined",
        planned.id: "planned",
    }  # fmt: skip
