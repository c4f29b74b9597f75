"""True strategies of many sorts: checked, built, and read as their readers do.

Each of tests/strategies is written from public facts, with addresses, and in words of our own.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.integration.conftest import Run
from tests.integration.other_version import begun
from tests.integration.real_strategies import (
    CONTENT,
    FOLDER,
    built,
    copy,
    findings,
    hosted,
    page,
    published_texts,
    said_by,
    table,
)
from tests.integration.site_support import Site
from tests.repositories import git

pytestmark = pytest.mark.site

# Every strategy, and all that a check finds in it: what the sources do not say.
EXPECTED: dict[str, dict[str, list[str]]] = {
    "digiviken": {},
    "drammen": {},
    # No source says what the municipality does for business.
    "giske": {"orphan": ["goals/aktiv-medspelar.md"]},
    # Three of the goals have no measure that a source names.
    "helse-forde": {
        "orphan": [
            "goals/pasienten-er-med.md",
            "goals/psykisk-helse-forst.md",
            "goals/utan-unodig-venting.md",
        ]
    },
    "klima-hordaland": {},
    # The facts are about one of the six areas, and the words of the site are in part English.
    "lund": {"orphan": ["strategy/strategy.yml"] * 5, "untranslated": ["strategy/languages/sv.po"]},
    # One of the five areas got no money, and the fund gave more than its frame: a note says so.
    "stavanger": {"orphan": ["strategy/strategy.yml"]},
}
each = pytest.mark.parametrize("name", EXPECTED)
# A municipality, a health trust with places and words of its own, and one in another language.
UPGRADED = ("drammen", "helse-forde", "lund")
YEARS = ("2013", "2014", "2015", "2016")
# Drammen 2013–2016 as the municipality printed it, in hundred thousands of kroner.
DRAMMEN = {
    "Nye informasjons- og styringssystemer": (110, 110, 110, 110),
    "Digitalt utstyr til politikerne": (1, 1, 9, 1),
    "Nytt digitalt utstyr i skolene": (100, 75, 75, 75),
    "IKT i helse og omsorg": (20, 20, 20, 20),
    "Bymodell i tre dimensjoner, kart og geodata": (5, 5, 5, 5),
    "IKT i kultur og bibliotek": (8, 8, 8, 8),
    "Digitale arkiver": (7, 0, 0, 0),
    "Digitalisering av gravplasser": (0, 8, 8, 0),
    "Oppgradering av bygningsmassen": (5, 5, 5, 5),
}
PRINTED = [256, 232, 240, 224, 952]


def _hundred_thousands(cells: tuple[str, ...]) -> list[int]:
    """Cells of a table of kroner; one without a stated sum adds nothing, and does not say 0."""
    assert "0" not in cells
    kroner = [int(re.sub(r"\D", "", cell) or 0) for cell in cells]
    assert [amount % 100_000 for amount in kroner] == [0] * len(kroner)
    return [amount // 100_000 for amount in kroner]


def test_every_strategy_is_here() -> None:
    """A folder that no test names would be looked at by nobody."""
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(EXPECTED)


@each
def test_the_check_finds_what_the_sources_lack(run: Run, tmp_path: Path, name: str) -> None:
    """No errors; and each warning is one that we know."""
    report = run(copy(name, tmp_path), "check", "--format", "json")

    assert report.returncode == 0
    assert findings(report.stdout) == EXPECTED[name]


@each
def test_every_file_has_sources_and_dates(name: str) -> None:
    """Whoever doubts a figure can look it up, and see how old it is."""
    files = [path for path in (FOLDER / name).rglob("*.md") if path.parent.name != "strategy"]

    assert files
    for path in files:
        text = path.read_text("utf-8")
        assert re.search(r"^as_of: ", text, re.M), path
        assert re.search(r"^ +url: https?://", text, re.M), path


class TestDrammen:
    """A large municipality: three pillars, and a plan of investments in four years."""

    @pytest.fixture
    def site(self, tmp_path_factory: pytest.TempPathFactory) -> Site:
        """The built site."""
        return built(tmp_path_factory, "drammen")

    def test_the_four_year_plan_has_the_printed_sums(self, site: Site) -> None:
        """Each line, and the sums that the municipality printed itself."""
        investments = table(site, "okonomiplan/", "Investeringer")
        years = table(site, "okonomiplan/", "Kjente kostnader per år")

        assert investments.head[1:] == (*YEARS, "I alt")
        for title, amounts in DRAMMEN.items():
            row = _hundred_thousands(investments.rows[title])
            assert row == [*amounts, sum(amounts)], title
        sums = [sum(column) for column in zip(*DRAMMEN.values(), strict=True)]
        assert [*sums, sum(sums)] == PRINTED
        assert _hundred_thousands(years.rows["I alt"]) == PRINTED

    def test_the_action_plan_of_a_year(self, site: Site) -> None:
        """What is planned that year, and what is in no plan because nobody said what it costs."""
        plan = page(site, "handlingsplan/2014/")

        assert "Kostnader i 2014: 23 200 000 kr" in plan.replace("\xa0", " ")
        assert "Planen for 2014 har 8 tiltak." in plan
        assert "4 tiltak og prosjekter står ikke i noen plan" in plan
        assert "Drammen til sky" in plan

    def test_pages_tell_what_is_not_known(self, site: Site) -> None:
        """The front page, an area and a measure."""
        front, area = page(site, ""), page(site, "omrader/sikkerhet-og-personvern/")
        measure = page(site, "tiltak/drammen-til-sky/")

        assert "Digitalisering i Drammen" in front
        assert "Sikkerhet og personvern" in front
        assert "Drammen til sky" in area
        assert "Hva det koster, har vi ikke funnet" in measure
        assert re.search(r"Mangler: [^.]*kostnader", measure)


class TestGiske:
    """A small municipality that writes nynorsk, and whose budget is the one known cost."""

    @pytest.fixture
    def site(self, tmp_path_factory: pytest.TempPathFactory) -> Site:
        """The built site."""
        return built(tmp_path_factory, "giske")

    def test_the_budget_of_the_first_year(self, site: Site) -> None:
        """The frames that were decided; no sum is made up for the years after."""
        years = table(site, "okonomiplan/", "Kjende kostnader per år")

        assert years.head[1:] == ("2024", "2025", "2026", "2027", "I alt")
        missing = ("ingen oppgitt",) * 3
        assert 599_350_196 + 100_125_000 == 699_475_196
        assert years.rows["I alt"] == ("699 475 196", *missing, "699 475 196")
        assert years.rows["Driftskostnader"][0] == "599 350 196"
        assert years.rows["Investeringar"][0] == "100 125 000"

    def test_pages_are_in_nynorsk(self, site: Site) -> None:
        """The front page, an area, a measure and a project, none of them with bokmål's words."""
        addresses = (
            "",
            "omrade/bukommune/",
            "tiltak/nye-flyktningar/",
            "prosjekt/marine-grunnkart/",
        )
        texts = {address: page(site, address) for address in addresses}

        assert "Gode levekår gjennom heile livet" in texts["omrade/bukommune/"]
        assert "40 personar" in texts["tiltak/nye-flyktningar/"]
        assert "Ålesund kommune" in texts["prosjekt/marine-grunnkart/"]
        for text in texts.values():
            assert re.findall(r"\b(?:ikke|hvem|hva|fra)\b", text) == []


class TestDigiviken:
    """A network of municipalities that owns its strategy, with money from several."""

    @pytest.fixture
    def site(self, tmp_path_factory: pytest.TempPathFactory) -> Site:
        """The built site."""
        return built(tmp_path_factory, "digiviken")

    def test_who_pays_for_what(self, site: Site) -> None:
        """8.3 million, of which the network applied for 5 and got 4.5."""
        payers = table(site, "okonomiplan/", "Etter hvem som betaler").rows
        told = {payer: _hundred_thousands(cells)[0] for payer, cells in payers.items()}
        scheme = "Statsforvalteren i Oslo og Viken, Skjønnsmidler til fornying og innovasjon"

        assert told == {
            "DigiViken": 3,
            "Digitale Akershus": 10,
            "DigiViken Øst": 20,
            scheme: 25 + 8 + 12,
            "Ikke oppgitt hvem som betaler": 50 - 45,
            "I alt": 33 + 18 + 32,
        }

    def test_the_owner_is_a_network(self, site: Site) -> None:
        """It has a page, and its members are a number where nobody has listed them."""
        network = page(site, "nettverk/digiviken/")

        assert "Medlemmer 52" in network
        assert "Mangler: medlemmer" in network
        assert "52" in page(site, "omrader/samarbeid/")


class TestStavanger:
    """A fund: fourteen projects in five areas, and neither goals nor measures."""

    @pytest.fixture
    def site(self, tmp_path_factory: pytest.TempPathFactory) -> Site:
        """The built site."""
        return built(tmp_path_factory, "stavanger")

    def test_fourteen_projects_stand_in_their_areas(self, site: Site) -> None:
        """Nothing between had to be made up."""
        areas = {
            "helse-og-velferd": 7,
            "utdanning-og-kunnskap": 1,
            "urban-kunst": 1,
            "styring-og-demokrati": 5,
        }
        for area, count in areas.items():
            assert f"0 av {count} fullført" in page(site, f"omrader/{area}/")
        assert "14 i alt" in page(site, "prosjekter/")

    def test_the_grants_have_the_printed_sum(self, site: Site) -> None:
        """5 028 500 kroner in 2017, of a frame of five million."""
        grants = table(site, "finansiering/", "Tilskudd til prosjekter").all_rows
        of_2017 = [int(re.sub(r"\D", "", row[3])) for row in grants if row[2] == "2017"]

        assert len(of_2017) == 14
        assert sum(of_2017) == 5_028_500
        assert "5 000 000 kr" in page(site, "finansieringsordninger/innovasjonsmidler/").replace(
            "\xa0", " "
        )

    def test_a_joint_project_leads_to_those_who_share_it(self, site: Site) -> None:
        """One of the fourteen; the others are called projects as well, and nothing more."""
        project = page(site, "prosjekter/byggesak-norkart/")

        assert "Partnere Sandnes kommune Bærum kommune Norkart" in project
        assert "Fellesprosjekt" not in page(site, "prosjekter/")
        assert "Enklere og digital behandling av byggesaker" in page(
            site, "organisasjoner/baerum-kommune/"
        )


class TestKlimaHordaland:
    """A climate budget: tonnes in place of kroner, and a path to 2022."""

    @pytest.fixture
    def site(self, tmp_path_factory: pytest.TempPathFactory) -> Site:
        """The built site."""
        return built(tmp_path_factory, "klima-hordaland")

    def test_the_path_is_the_sum_of_its_sources(self, site: Site) -> None:
        """Vehicles, allowances, flights, district heating and fuel, as figure 1 gives them."""
        goal = page(site, "mal/kutt-i-eiga-verksemd/").replace("\xa0", " ")
        now, then, forecast = (
            466 + 276 + 603 + 182 + 366,
            439 + 249 + 620 + 173 + 226,
            285 + 100 + 620 + 161 + 29,
        )

        assert (now, then, forecast) == (1893, 1707, 1195)
        assert round(100 * (now - forecast) / now) == 37
        for tonnes in ("1 893 tonn CO2", "1 707 tonn CO2", "1 195 tonn CO2"):
            assert tonnes in goal

    def test_a_gain_has_its_tonnes_or_says_that_nobody_counted(self, site: Site) -> None:
        """What a measure cuts by 2022, and a contract whose cut is known in per cent alone."""
        fuel = page(site, "tiltak/biobrensel/").replace("\xa0", " ")
        ferries = page(site, "tiltak/ferjekontraktar/").replace("\xa0", " ")

        assert f"{366 - 29} tonn CO2" in fuel
        assert "90 prosent. Kjelda seier ikkje kor mange tonn." in ferries
        assert re.search(r"\d tonn CO2", ferries) is None
        assert not (site.folder / "okonomiplan").exists()


class TestHelseForde:
    """The plan of a health trust: its own areas, types, audiences and words."""

    @pytest.fixture
    def site(self, tmp_path_factory: pytest.TempPathFactory) -> Site:
        """The built site."""
        return built(tmp_path_factory, "helse-forde")

    def test_its_own_words_stand_everywhere(self, site: Site) -> None:
        """In headings, in addresses and in what a page says of itself."""
        project = page(site, "byggjeprosjekt/nye-forde-sjukehus/").replace("\xa0", " ")

        assert "Tiltak byggjeprosjektet gjennomfører" in project
        assert "1 600 000 000 kr" in project
        assert "Mål i innsatsområdet" in page(site, "innsatsomrade/folk-og-bygg/")
        assert "For pasientar" in page(site, "tiltak/modernisere-sjukehuset/")
        assert "helseføretak" in page(site, "organisasjonar/helse-forde/").casefold()

    def test_no_year_is_made_up_for_a_total(self, site: Site) -> None:
        """1.6 billion is a total: it is in no plan of a year, and the page says what is missing."""
        measure = page(site, "tiltak/modernisere-sjukehuset/")

        assert re.search(r"Manglar: [^.]*kostnader", measure)
        assert not (site.folder / "okonomiplan").exists()
        assert not (site.folder / "handlingsplan" / "2019").exists()


class TestLund:
    """A Swedish municipality: kronor of Sweden, places of Skåne, a language from outside."""

    @pytest.fixture
    def site(self, tmp_path_factory: pytest.TempPathFactory) -> Site:
        """The built site."""
        return built(tmp_path_factory, "lund")

    def test_the_four_year_plan_is_in_its_currency(self, site: Site) -> None:
        """385 000 a year from the state, by the page about the climate of Lund."""
        (address,) = site.folder.glob("*/2010-2013")
        plan = address.relative_to(site.folder).as_posix() + "/"
        document = site.file(plan).read_text("utf-8")

        assert 4 * 385_000 == 1_540_000
        assert "1 540 000 kr" in page(site, plan).replace("\xa0", " ")
        assert "svenska kronor" in document
        assert "1 540 000" in document.replace("\xa0", " ")

    def test_places_are_those_of_skane(self, site: Site) -> None:
        """Lund is not the municipality of that name in Rogaland."""
        (project,) = site.folder.glob("*/fossilbranslefria-kommuner/index.html")
        text = project.read_text("utf-8")

        for name in ("Lund", "Malmö", "Eslöv", "Trelleborg", "Tomelilla"):
            assert name in text
        assert "Rogaland" not in text

    def test_words_from_outside_and_english_where_there_are_none(self, site: Site) -> None:
        """Never the name that the program has for a word."""
        assert page(site, "leads/").startswith("Startsida Vem leder vad")
        assert page(site, "financing/").startswith("Startsida Financing")
        assert "Så har det gått" in page(site, "")

    def test_an_unknown_sum_is_not_counted(self, site: Site) -> None:
        """28.3 million is known; a little more than one million is not a sum."""
        (overview,) = site.folder.glob("financing/index.html")

        assert re.search(r"28,3.million", overview.read_text("utf-8"))
        assert "1 of unknown size" in page(site, "financing/")


# Words of the national strategy and its country, which these strategies have nothing to do with.
DIGITAL = (
    r"(?i:\w*digital\w*|\w*felleskomponent\w*|samstyring\w*|fellesprosjekt\w*|kommunesektor\w*)"
)
OF_KS = r"\bKS\b|\bIT\b|\bIKT\b|\bKommIT\b"
OF_NORWAY = (
    r"(?i:norsk\w*|norge\w*|noreg\w*|norweg\w*|norway\w*|\w*kroner|fylke\w*|nlod|uustatus\w*|bokmål|nynorsk)"
    r"|\bNOK\b"
)
FOREIGN = {
    "klima-hordaland": f"{DIGITAL}|{OF_KS}",
    "helse-forde": f"{DIGITAL}|{OF_KS}",
    "lund": f"{DIGITAL}|{OF_KS}|{OF_NORWAY}",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_nothing_is_said_that_the_strategy_does_not_say(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    """On no page, in no file of open data and no feed."""
    said = said_by(name).casefold()
    foreign = {
        f"{path}: …{text[max(0, word.start() - 30) : word.end() + 30]}…"
        for path, text in published_texts(built(tmp_path_factory, name))
        for word in re.finditer(FOREIGN[name], text)
        if word[0].casefold() not in said
    }

    assert foreign == set()


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "name",
    [
        name if name in UPGRADED else pytest.param(name, marks=pytest.mark.matrix)
        for name in EXPECTED
    ],
)
def test_a_later_version_is_taken(run: Run, tmp_path: Path, name: str) -> None:
    """One command, and nothing of the content is lost or changed; the site builds as before."""
    root = begun(run, tmp_path / name, "--owner", "Nokon", "--language", "nn")
    for part in CONTENT:
        shutil.rmtree(root / part, ignore_errors=True)
    copy(name, root)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Ours")

    said = run(root, "upgrade")

    assert (said.returncode, said.stderr) == (0, "")
    assert git(root, "status", "--porcelain", "--", *CONTENT) == ""
    assert "engine/living_strategy-0.1.0-py3-none-any.whl" in said.stdout
    report = run(root, "check", "--format", "json")
    assert {
        code: files for code, files in findings(report.stdout).items() if code != "history-missing"
    } == EXPECTED[name]


def test_a_host_builds_it_without_warnings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """In its strict way; our pages say the same as on the other road."""
    plain, host = built(tmp_path_factory, "drammen"), hosted(tmp_path_factory, "drammen")

    for address in ("tiltak/drammen-til-sky/", "handlingsplan/2014/"):
        assert "Drammen" in page(plain, address)
        assert page(plain, address) == page(host, address)
