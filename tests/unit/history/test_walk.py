"""The walk through all revisions: who is who, what came, went and came back."""

from __future__ import annotations

from living_strategy.history.event import History
from tests.histories import STRATEGY_FILE, Commit, brief, history_of

GOAL = "---\ntitle: Mål\narea: a\nstanding: proposed\n---\nTekst om saken.\n"
MEASURE = "---\ntitle: Tiltak\ngoals: [mal]\nstatus: planned\n---\n"
START = Commit("2026-11-01", {**STRATEGY_FILE, "goals/mal.md": GOAL})


def after(**files: str | None) -> dict[str, str | bytes]:
    """All files after a commit, given by their names with `_` for `/` and `.md` left out."""
    named = {f"{name.replace('_', '/')}.md": text for name, text in files.items()}
    merged: dict[str, str | bytes | None] = {**START.files, **named}
    return {path: text for path, text in merged.items() if text is not None}


def lines(history: History) -> list[str]:
    """Every event in a line."""
    return [brief(event) for event in history.events]


FOUNDED = ["2026-11-01 goal mal founded", "2026-11-01 strategy  founded"]


def test_content_that_came_first_is_not_new() -> None:
    """The strategy was written down that day; nobody decided all of it then."""
    assert lines(history_of(START)) == FOUNDED


def test_change_and_news() -> None:
    """A field that changed, and an entry that came."""
    adopted = GOAL.replace("proposed", "adopted")
    history = history_of(
        START,
        Commit("2026-11-02", after(goals_mal=adopted)),
        Commit("2026-11-03", after(goals_mal=adopted, measures_tiltak=MEASURE)),
    )

    assert lines(history) == [
        *FOUNDED,
        "2026-11-02 goal mal changed substantive: standing",
        "2026-11-03 measure tiltak new",
    ]


def test_many_entries_at_once_are_written_down() -> None:
    """As when a register comes in one commit."""
    register = "".join(f"o{number}:\n  title: O{number}\n" for number in range(21))
    path = "strategy/registers/organisations.yml"
    history = history_of(
        START,
        Commit("2026-11-02", {**START.files, path: register}),
        Commit("2026-11-03", {**START.files, path: f"{register}ny:\n  title: Ny\n"}),
    )

    natures = [(event.entry, event.nature.value) for event in history.events[2:]]
    assert natures == [*((f"o{number}", "founded") for number in range(21)), ("ny", "new")]


def test_another_ending_of_the_file_is_no_event() -> None:
    """An entry is its id, not its path."""
    as_yaml = "title: Mål\narea: a\nstanding: proposed\ndescription: Tekst om saken.\n"
    files = {**STRATEGY_FILE, "goals/mal.yml": as_yaml}

    assert lines(history_of(START, Commit("2026-11-02", files))) == FOUNDED


def test_history_follows_an_alias() -> None:
    """An earlier id that the new version names, and one that today's version names."""
    renamed = GOAL.replace("title: Mål", "title: Mål\naliases: [mal]")
    in_one = history_of(START, Commit("2026-11-02", after(goals_mal=None, goals_ny=renamed)))
    later = history_of(
        START,
        Commit("2026-11-02", after(goals_mal=None, goals_ny=GOAL.replace("Tekst", "Annet"))),
        Commit("2026-11-03", after(goals_mal=None, goals_ny=renamed)),
        aliases={("goal", "mal"): ("goal", "ny")},
    )

    assert lines(in_one) == [
        "2026-11-01 goal ny founded",
        "2026-11-01 strategy  founded",
        "2026-11-02 goal ny changed editorial: aliases",
    ]
    assert [event.entry for event in later.events if event.kind == "goal"] == ["ny"] * 3
    assert later.successors == ((("goal", "mal"), ("goal", "ny")),)


def test_git_says_that_a_file_was_renamed() -> None:
    """It is believed within a folder."""
    commit = Commit(
        "2026-11-02",
        after(goals_mal=None, goals_ny=GOAL.replace("Tekst", "Annet")),
        renamed={"goals/ny.md": "goals/mal.md"},
    )

    assert lines(history_of(START, commit)) == [
        "2026-11-01 goal ny founded",
        "2026-11-01 strategy  founded",
        "2026-11-02 goal ny changed clarification: description",
    ]


def test_measure_made_a_project() -> None:
    """The same id in another folder."""
    project = "---\ntitle: Tiltak\nmeasures: [x]\nstatus: planned\n---\n"
    history = history_of(
        START,
        Commit("2026-11-02", after(measures_t=MEASURE)),
        Commit("2026-11-03", after(projects_t=project)),
    )

    assert lines(history)[2:] == [
        "2026-11-02 project t new",
        "2026-11-03 project t converted (measure) substantive: measures, goals",
    ]


def test_removed_and_taken_in_again() -> None:
    """What came back is compared with what it was before it went."""
    history = history_of(
        START,
        Commit("2026-11-02", after(goals_mal=None)),
        Commit("2026-11-03", after(goals_mal=GOAL.replace("proposed", "adopted"))),
        Commit("2026-11-04", after(goals_mal=None)),
        Commit("2026-11-05", after()),
    )

    assert lines(history)[2:] == [
        "2026-11-02 goal mal removed",
        "2026-11-03 goal mal returned new: standing",
        "2026-11-04 goal mal removed",
        "2026-11-05 goal mal returned new: standing",
    ]


def test_merged_into_another_that_lived_already() -> None:
    """Then there are two histories."""
    other = GOAL.replace("title: Mål", "title: Annet")
    history = history_of(
        START,
        Commit("2026-11-02", after(goals_annet=other)),
        Commit(
            "2026-11-03",
            after(goals_mal=None, goals_annet=other.replace("Annet", "Annet\naliases: [mal]")),
        ),
    )

    assert lines(history)[3:] == [
        "2026-11-03 goal mal merged (annet)",
        "2026-11-03 goal annet changed editorial: aliases",
    ]


def test_retired() -> None:
    """The field says so."""
    retired = GOAL.replace("area: a", "area: a\nretired: {date: 2026-11-02, reason: Nådd}")
    history = history_of(START, Commit("2026-11-02", after(goals_mal=retired)))

    assert lines(history)[2:] == ["2026-11-02 goal mal retired retired: retired"]


def test_versions_that_cannot_be_read_are_passed_over() -> None:
    """The next one is compared with the last that could be read, and nothing is lost."""
    history = history_of(
        START,
        Commit("2026-11-02", {**START.files, "goals/mal.md": b"---\ntitle: M\xe5l\n---\n"}),
        Commit("2026-11-03", after(goals_mal="---\ntitle: [\n---\n")),
        Commit("2026-11-04", after(goals_mal=GOAL.replace("proposed", "adopted"))),
    )

    assert lines(history)[2:] == ["2026-11-04 goal mal changed substantive: standing"]
    assert [(version.path, version.code) for version in history.unread] == [
        ("goals/mal.md", "file-not-utf8"),
        ("goals/mal.md", "yaml-syntax"),
    ]


def test_two_files_that_claim_one_id() -> None:
    """One of them may go: nothing fails, and the entry lives on."""
    twin = {**START.files, "goals/mal.yml": "title: Tvilling\narea: a\nstanding: proposed\n"}
    history = history_of(
        START,
        Commit("2026-11-02", twin),
        Commit("2026-11-03", after()),
        Commit("2026-11-04", after(goals_mal=GOAL.replace("proposed", "adopted"))),
    )

    assert lines(history)[-1] == "2026-11-04 goal mal changed substantive: standing"


def test_keys_are_of_contents() -> None:
    """The same change in another commit has the same key; the same change made again has not."""
    there = Commit("2026-11-02", after(goals_mal=GOAL.replace("proposed", "adopted")))
    back = Commit("2026-11-03", after())
    squashed = history_of(START, Commit("2026-12-24", there.files, "other"))
    history = history_of(START, there, back, there, back)
    keys = [event.key for event in history.events]

    assert squashed.events[-1].key == keys[2]
    assert len(set(keys)) == len(keys) == 6
