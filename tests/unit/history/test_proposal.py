"""What a proposal does to each entry, over two states in memory."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from living_strategy.content.source import TooLarge
from living_strategy.content.tree import MemorySource
from living_strategy.history.change import Operation
from living_strategy.history.delta import EntryKey
from living_strategy.history.event import EventClass, Nature
from living_strategy.history.proposal import Proposal, compare_states
from living_strategy.history.two_states import NEW, OLD, TwoStates
from living_strategy.model.trait import Change
from tests.histories import day

SETTINGS = "title: Prøve\nlanguage: nb\nareas:\n  - {id: omrade, title: Området}\n"
GOAL = "---\ntitle: Raske svar\narea: omrade\n---\nInnbyggerne får svar innen tre uker.\n"
MEASURE = "---\ntitle: Svartjeneste\ngoals: [svar]\nstatus: planned\n---\n"
BODIES = "styret: {title: Styret}\nradet: {title: Rådet}\n"
BEFORE = {
    "strategy/strategy.yml": SETTINGS,
    "strategy/registers/bodies.yml": BODIES,
    "strategy/om.md": "# Om\n",
    "goals/svar.md": GOAL,
    "measures/tjeneste.md": MEASURE,
    "adoption/ks/data.yml": "state: adopted\n",
}
ALIASES = {("goal", "svar"): ("goal", "raske-svar")}


def states(after: Mapping[str, str | None], **links: str) -> TwoStates:
    """The states before and after some files became others (None: went)."""
    texts = {path: text for path, text in {**BEFORE, **after}.items() if text is not None}
    sides = ({path: text.encode() for path, text in side.items()} for side in (BEFORE, texts))
    old, new = sides
    return TwoStates(MemorySource(old), MemorySource(new, links=links))


def proposed(
    after: Mapping[str, str | None],
    aliases: Mapping[EntryKey, EntryKey] | None = None,
) -> Proposal:
    """What becomes of it; no word is known."""
    return compare_states(states(after), aliases or {}, frozenset, day("2026-11-29"))


def brief(proposal: Proposal) -> list[tuple[str, str, Nature, str, EventClass | None]]:
    """Kind, id, nature, what is named beside it, and class."""
    return [
        (event.kind, event.entry, event.nature, event.other, event.classified)
        for event in proposal.events
    ]


def test_nothing() -> None:
    """Two states that say the same differ in nothing, and files that hold no entry are none."""
    assert proposed({"strategy/om.md": "# Om oss\n", "README.md": "x"}) == Proposal((), {}, ())


def test_changed_new_and_gone() -> None:
    """An entry that came is told with all that it says, one that went is gone."""
    after = {
        "measures/tjeneste.md": MEASURE.replace("planned", "ongoing"),
        "measures/ny.md": "---\ntitle: Ny\ngoals: [svar]\n---\n",
        "goals/svar.md": None,
    }
    proposal = proposed(after)

    assert brief(proposal) == [
        ("goal", "svar", Nature.REMOVED, "", EventClass.RETIRED),
        ("measure", "ny", Nature.NEW, "", EventClass.NEW),
        ("measure", "tjeneste", Nature.CHANGED, "", EventClass.SUBSTANTIVE),
    ]
    new = proposal.events[1]
    assert [(change.path, change.operation) for change in new.changes] == [
        (("title",), Operation.SET), (("goals",), Operation.LINKED),
    ]  # fmt: skip
    assert {event.day for event in proposal.events} == {day("2026-11-29")}


def test_another_id() -> None:
    """With the earlier id written down it is the same entry, and links that follow are no news."""
    renamed = GOAL.replace("area:", "aliases: [svar]\narea:")
    after = {
        "goals/svar.md": None,
        "goals/raske-svar.md": renamed,
        "measures/tjeneste.md": MEASURE.replace("[svar]", "[raske-svar]"),
    }
    proposal = proposed(after, ALIASES)

    assert brief(proposal) == [
        ("goal", "raske-svar", Nature.CHANGED, "", EventClass.EDITORIAL),
        ("measure", "tjeneste", Nature.CHANGED, "", EventClass.EDITORIAL),
    ]
    assert proposal.successors == {("goal", "svar"): ("goal", "raske-svar")}
    # Nothing is guessed from files that look alike.
    assert brief(proposed({"goals/svar.md": None, "goals/raske-svar.md": GOAL})) == [
        ("goal", "raske-svar", Nature.NEW, "", EventClass.NEW),
        ("goal", "svar", Nature.REMOVED, "", EventClass.RETIRED),
    ]


def test_taken_over_turned_and_retired() -> None:
    """What another entry takes over is merged; what becomes of another kind is turned into it."""
    other = {"goals/annet.md": GOAL}
    merged = compare_states(
        TwoStates(
            MemorySource({path: text.encode() for path, text in (BEFORE | other).items()}),
            MemorySource(
                {
                    path: text.encode()
                    for path, text in (BEFORE | other).items()
                    if path != "goals/svar.md"
                }
            ),
        ),
        {("goal", "svar"): ("goal", "annet")},
        frozenset,
        day("2026-11-29"),
    )
    assert brief(merged) == [("goal", "svar", Nature.MERGED, "annet", EventClass.RETIRED)]
    turned = proposed({"goals/svar.md": None, "measures/svar.md": MEASURE})
    assert brief(turned) == [("measure", "svar", Nature.CONVERTED, "goal", EventClass.SUBSTANTIVE)]
    retired = proposed({"goals/svar.md": GOAL.replace("area", "retired: {date: 2026}\narea")})
    assert brief(retired) == [("goal", "svar", Nature.RETIRED, "", EventClass.RETIRED)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("goals/svar.md", "---\ntitle: [\n---\n"),
        ("strategy/registers/bodies.yml", "styret: {title: [\n"),
        ("strategy/strategy.yml", "areas: [\n"),
    ],
)
def test_what_cannot_be_read(path: str, text: str) -> None:
    """Of a file that cannot be read nothing is told: its entries are not gone."""
    assert proposed({path: text}) == Proposal((), {}, (path,))


def test_slips_are_judged_by_words_of_today() -> None:
    """The words are asked for where a text may have a slip of the pen, and nowhere else."""
    asked: list[str] = []

    def words() -> frozenset[str]:
        asked.append("x")
        return frozenset(["innbyggerne", "får", "svar", "innen", "tre", "uker"])

    wrong = GOAL.replace("Innbyggerne", "Innbygerne")
    old = {path: text.encode() for path, text in (BEFORE | {"goals/svar.md": wrong}).items()}
    new = {path: text.encode() for path, text in BEFORE.items()}
    two = TwoStates(MemorySource(old), MemorySource(new))
    (event,) = compare_states(two, {}, words, day("2026-11-29")).events

    assert [change.change for change in event.changes] == [Change.EDITORIAL]
    assert asked == ["x"]


def test_the_two_states() -> None:
    """Equal files have one content, a link is no file, and what is too large is not read."""
    two = states({"goals/stor.md": "x" * 300_000}, **{"goals/lenke.md": "../x"})
    old, new = dict(two.files(OLD)), dict(two.files(NEW))

    assert old["goals/svar.md"] == new["goals/svar.md"]
    assert set(new) - set(old) == {"goals/stor.md"}
    ((_, large),) = two.contents([new["goals/stor.md"]], 1_000_000)
    assert isinstance(large, TooLarge)
    ((_, small),) = two.contents([new["goals/svar.md"]], 3)
    assert small == TooLarge(len(GOAL.encode()), 3)
    assert dict(TwoStates(None, MemorySource({})).files(OLD)) == {}
    with pytest.raises(LookupError):
        two.files("HEAD")


def test_an_id_that_was_moved_everywhere() -> None:
    """Links and mentions that follow are no news then, and a word that only looks like the id is
    left alone.
    """
    text = MEASURE.replace("title: Svartjeneste", "title: svar") + "Se [[svar]] og [[svar|dem]].\n"
    before = {**BEFORE, "measures/tjeneste.md": text}
    after = {
        **before,
        "goals/raske-svar.md": GOAL.replace("area:", "aliases: [svar]\narea:"),
        "measures/tjeneste.md": re.sub(r"\[svar", "[raske-svar", text),
    }
    del after["goals/svar.md"]
    old, new = ({path: side[path].encode() for path in side} for side in (before, after))
    states = TwoStates(MemorySource(old), MemorySource(new))
    moved = compare_states(states, ALIASES, frozenset, day("2026-11-29"), {"svar": "raske-svar"})

    assert brief(moved) == [("goal", "raske-svar", Nature.CHANGED, "", EventClass.EDITORIAL)]


def test_only_some_files() -> None:
    """Other files are not read, and nothing is told of them."""
    after = {"goals/svar.md": None, "measures/tjeneste.md": MEASURE.replace("planned", "ongoing")}
    texts = {path: text for path, text in {**BEFORE, **after}.items() if text is not None}
    old, new = ({path: side[path].encode() for path in side} for side in (BEFORE, texts))
    states = TwoStates(MemorySource(old), MemorySource(new), ["measures/tjeneste.md"])
    proposal = compare_states(states, {}, frozenset, day("2026-11-29"))

    assert [event.entry for event in proposal.events] == ["tjeneste"]
