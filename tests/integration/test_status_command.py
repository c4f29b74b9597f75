"""`status`: the report in its formats, and letters as files that are sent."""

from __future__ import annotations

import errno
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.integration.conftest import Run, Write
from tests.integration.small_strategy import FILES

MEASURE = "measures/veiledning.md"
ORPHAN = FILES[MEASURE].replace("responsible: [ks]\n", "")
LETTER = """\
Emne: Det KS er ført som ansvarlig for i «Strategi for Lillevik»

Dere er ført som ansvarlig for ett tiltak og ett prosjekt i «Strategi for
Lillevik».

Den 1. januar 2026 gikk vi gjennom datoene vi kjenner. Noe kan være
forsinket, eller det er ikke bekreftet. Det er regnet ut fra datoer: Ingen
har vurdert arbeidet deres. Vi ber dere svare på spørsmålene, eller si fra
om dere ikke er ansvarlige.

1. Veiledning på biblioteket
   Oppgitt status: pågår per 2024
   - Den nyeste meldingen om hvordan det går, er fra 2024. Hvordan går det?
     Skriv en setning, med dato.

Disse spør vi ikke om: Digihjelpen.

For hvert av dem trenger vi status, datoen den gjelder fra, og gjerne
adressen til en side der det står. Det dere sender, kan bli publisert.

Send svaret til den dere fikk dette fra.
"""


def test_text_is_what_comes_without_a_format(run: Run, strategy: Path) -> None:
    """The sums first, the letters last."""
    result = run(strategy, "status")

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(
        "Status for «Strategi for Lillevik», 1. januar 2026\n\nAv 1 mål, 1 tiltak og 1"
    )
    assert result.stdout.endswith(LETTER.partition("\n\n")[2])


def test_formats(run: Run, strategy: Path) -> None:
    """Markdown has headings, JSON is data."""
    markdown = run(strategy, "status", "--format", "md").stdout
    data = json.loads(run(strategy, "status", "--format", "json").stdout)

    assert markdown.startswith("# Status for «Strategi for Lillevik», 1. januar 2026\n")
    assert [item["id"] for item in data["items"]] == [
        "innbyggernes-ferdigheter", "veiledning", "digihjelpen",
    ]  # fmt: skip


def test_a_report_in_another_language_has_letters_in_that_of_the_strategy(
    run: Run, strategy: Path
) -> None:
    """Whoever answers reads the language of the strategy."""
    shown = run(strategy, "status", LIVING_STRATEGY_LANGUAGE="en").stdout

    assert shown.startswith("Status of “Strategi for Lillevik”, January 1, 2026\n")
    assert "\nDere er ført som ansvarlig for ett tiltak" in shown


def test_letters_are_files_that_can_be_sent(run: Run, strategy: Path) -> None:
    """One to each who has something to answer, named after them. Doing it again changes nothing."""
    folder = strategy.parent / "brev"

    first = run(strategy, "status", "--mail", str(folder))
    second = run(strategy, "status", "--mail", str(folder))

    assert (first.returncode, first.stdout, first.stderr) == (
        0, f"1 tekst ligger i {folder}, klar til å sendes.\n", "",
    )  # fmt: skip
    assert {path.name: path.read_bytes().decode() for path in folder.iterdir()} == {
        "ks.txt": LETTER
    }
    assert (second.returncode, second.stdout) == (0, first.stdout)


def test_letters_lead_to_the_pages(run: Run, strategy: Path) -> None:
    """With the address of the site."""
    shown = run(strategy, "status", "--url", "https://lillevik.example").stdout
    refused = run(strategy, "status", "--url", "lillevik.example")

    assert "\n   https://lillevik.example/tiltak/veiledning/\n" in shown
    assert (refused.returncode, "lillevik.example" in refused.stderr) == (2, True)


def test_other_files_are_never_replaced(run: Run, strategy: Path, write: Write) -> None:
    """A letter that somebody has written on, a link or a folder: then nothing at all is written."""
    write({"strategy/registers/organisations.yml": FILES["strategy/registers/organisations.yml"]
           + "abc:\n  title: Abc\n  type: agency\n"})  # fmt: skip
    write({MEASURE: FILES[MEASURE].replace("[ks]", "[ks, abc]")})
    for name in ("endret", "lenke", "mappe"):
        folder = strategy.parent / name
        folder.mkdir()
        if name == "endret":
            (folder / "ks.txt").write_text(f"Hei!\n{LETTER}", "utf-8")
        elif name == "lenke":
            (folder / "ks.txt").symlink_to(strategy.parent / "et-annet-sted")
        else:
            (folder / "ks.txt").mkdir()

        result = run(strategy, "status", "--mail", str(folder))

        assert result.returncode == 2
        assert result.stderr == (
            f"Feil: Ingenting ble skrevet: I {folder} ligger ks.txt fra før, med en annen tekst. "
            "Velg en ny mappe, eller flytt disse filene.\n"
        )
        assert [path.name for path in folder.iterdir()] == ["ks.txt"]
    assert not (strategy.parent / "et-annet-sted").exists()


def test_what_else_lies_in_the_folder_stays(run: Run, strategy: Path) -> None:
    """Only a file of the same name is in the way."""
    folder = strategy.parent / "brev"
    folder.mkdir()
    (folder / "notat.txt").write_text("Husk purring.", "utf-8")

    assert run(strategy, "status", "--mail", str(folder)).returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == ["ks.txt", "notat.txt"]
    assert (folder / "notat.txt").read_text("utf-8") == "Husk purring."


@pytest.mark.parametrize("name", ["strategy", "measures", "strategy/registers/brev"])
def test_no_letters_among_the_content(run: Run, strategy: Path, name: str) -> None:
    """They would be published with the site."""
    result = run(strategy, "status", "--mail", name)

    assert (result.returncode, result.stderr) == (
        2, f"Feil: Brevene kan ikke skrives til {name}: Der ligger selve strategien.\n",
    )  # fmt: skip


def test_a_folder_that_cannot_be_written(run: Run, strategy: Path) -> None:
    """The reason is said."""
    in_the_way = strategy.parent / "fil"
    in_the_way.write_text("", "utf-8")

    inside = run(strategy, "status", "--mail", str(in_the_way / "brev"))
    itself = run(strategy, "status", "--mail", str(in_the_way))

    assert inside.returncode == 2
    assert inside.stderr.startswith("Feil: ")
    assert str(in_the_way) in inside.stderr
    assert (itself.returncode, "fil" in itself.stderr) == (2, True)


def test_a_disk_that_is_full(run: Run, strategy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is said, and half a letter is no letter."""

    class Full(io.TextIOWrapper):
        """A file on a disk without room: some of what is written arrives."""

        def write(self, text: str) -> int:
            super().write(text[:10])
            raise OSError(errno.ENOSPC, "No space left on device")

    real_open = Path.open

    def opened(path: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if mode != "x":
            return real_open(path, mode, *arguments, **options)
        return Full(io.FileIO(path, mode), **options)

    monkeypatch.setattr(Path, "open", opened)

    result = run(strategy, "status", "--mail", "brev")

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "Feil: brev kunne ikke leses eller skrives: disken er full.\n"
    assert list((strategy / "brev").iterdir()) == []


def test_nobody_is_written_to_about_a_strategy_with_errors(run: Run, strategy: Path) -> None:
    """What could not be read is missing, so that the letters might be wrong. The report says so."""
    (strategy / MEASURE).write_text(
        FILES[MEASURE].replace("status: ongoing", "status: ja"), "utf-8"
    )

    letters = run(strategy, "status", "--mail", "brev")
    report = run(strategy, "status")

    assert letters.returncode == 1
    assert letters.stdout.endswith("Ingenting ble skrevet, fordi det er feil i innholdet.\n")
    assert not (strategy / "brev").exists()
    assert report.returncode == 0
    assert report.stderr == (
        "Strategien har feil. Det som ikke kunne leses, er ikke med her. Kjør «living-strategy "
        "check».\n"
    )


def test_what_nobody_owns_is_said_when_letters_are_written(
    run: Run, strategy: Path, write: Write
) -> None:
    """There is nobody to write to, and that is no reason to be silent."""
    write({MEASURE: ORPHAN})

    result = run(strategy, "status", "--mail", str(strategy.parent / "brev"))

    assert (result.returncode, result.stderr) == (
        0, "1 har ingen å skrive til: Ingen er oppgitt som ansvarlig.\n",
    )  # fmt: skip
