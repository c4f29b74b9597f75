"""Who is told of which change, and which files there are."""

from __future__ import annotations

from living_strategy.history.event import Event
from living_strategy.site.channels import MAX_CHANGES, MIN_ROUND, newest_changes
from tests.factories import valid_files
from tests.followed import feed_in, files_of, goal, project, published, state
from tests.histories import STRATEGY_FILE, Commit, history_of

MILESTONE = "milestones:\n  - title: I drift\n    date: 2027-03-01\n"


def titles(files: dict[str, bytes], path: str) -> list[str]:
    """The titles of a feed."""
    return [entry.title for entry in feed_in(files[path]).entries]


def test_a_change_is_told_to_all_that_it_is_part_of() -> None:
    """A project is part of its goals, their areas and the strategy; a goal is no part of it."""
    files = files_of(
        published(
            state("2026-01-05"),
            state("2026-02-05", projects__prosjekt=project(status="paused", more=PAUSED)),
            state(
                "2026-03-05",
                projects__prosjekt=project(status="paused", more=PAUSED),
                goals__mal=goal("proposed"),
            ),
        )
    )
    paused = "Prosjekt: Status changed from ongoing to paused: “Venter.”"
    proposed = "Mål: Standing of the goal changed from adopted to proposed"

    assert {path for path in files if path.endswith(".atom")} == {
        "changes.atom", "areas/omrade/changes.atom", "goals/mal/changes.atom",
        "projects/prosjekt/changes.atom",
    }  # fmt: skip
    assert titles(files, "changes.atom") == [proposed, paused]
    assert titles(files, "areas/omrade/changes.atom") == [proposed, paused]
    assert titles(files, "goals/mal/changes.atom") == [proposed, paused]
    assert titles(files, "projects/prosjekt/changes.atom") == [paused]


PAUSED = "status_reason: Venter.\n"


def test_what_somebody_follows_is_there_under_earlier_ids() -> None:
    """And in the folder that a kind had before: a program asks where it always did."""
    moved = f"aliases: [gammelt]\n{MILESTONE}"
    written = valid_files()["strategy/strategy.yml"]
    words = "{one: project, many: projects, former_addresses: [satsinger]}"
    settings = f"{written!s}terms:\n  kinds:\n    project: {words}\n"
    states = (
        state("2026-01-05", strategy__strategy=settings, projects__prosjekt=project(more=moved)),
        state(
            "2026-02-05",
            strategy__strategy=settings,
            projects__prosjekt=project(status="paused", more=moved + PAUSED),
        ),
    )
    files = files_of(published(*states))

    for name in ("changes.atom", "calendar.ics"):
        former = ("projects/gammelt", "satsinger/prosjekt", "satsinger/gammelt")
        assert {path for path in files if path.endswith(f"/{name}")} == {
            f"{place}/{name}"
            for place in ("areas/omrade", "goals/mal", "projects/prosjekt", *former)
        }
        assert {files[f"{place}/{name}"] for place in former} == {
            files[f"projects/prosjekt/{name}"]
        }


def test_no_feed_without_an_address_or_a_history() -> None:
    """Ids and links of a feed are whole addresses, and its changes are of the history. A calendar
    needs neither.
    """
    states = (
        state("2026-01-05", projects__prosjekt=project(more=MILESTONE)),
        state("2026-02-05", projects__prosjekt=project("Nytt navn", more=MILESTONE)),
    )
    calendars = {
        "calendar.ics", "areas/omrade/calendar.ics", "goals/mal/calendar.ics",
        "projects/prosjekt/calendar.ics",
    }  # fmt: skip
    without_history = published(*states)
    without_history.history = history_of()

    assert set(files_of(published(*states, url=""))) == calendars
    assert set(files_of(without_history)) == calendars
    assert set(files_of(published(*states))) > calendars


def test_what_was_written_down_at_first_is_no_news() -> None:
    """A strategy has a feed from its first day, with nothing in it."""
    files = files_of(published(state("2026-01-05")))

    assert set(files) == {"changes.atom", "changes.json"}
    feed = feed_in(files["changes.atom"])
    assert (feed.entries, feed.feed.updated) == ([], "2026-01-05T00:00:00Z")


def test_other_words_for_the_same_are_no_news() -> None:
    """An editorial change is in no feed, and makes no feed newer."""
    first, second = state("2026-01-05"), state("2026-02-05", goals__mal=goal("proposed"))
    slip = state("2026-03-05", goals__mal=goal("proposed", "Teksten  om *målet*."))
    made = published(first, second, slip)

    assert made.history.updated.isoformat() == "2026-03-05"
    assert files_of(made) == files_of(published(first, second))


def test_what_is_gone_leads_to_the_list_of_changes() -> None:
    """Nobody knows any more what it was part of, so only the strategy tells of it."""
    files = files_of(
        published(
            state("2026-01-05", projects__to=project("To")),
            state("2026-02-05"),
        )
    )
    (entry,) = feed_in(files["changes.atom"]).entries

    assert (entry.title, entry.link) == (
        "To: Removed from the strategy",
        "https://example.org/plan/changes/",
    )
    assert [path for path in files if path.endswith(".atom")] == ["changes.atom"]


def test_a_place_has_a_feed_of_what_names_it() -> None:
    """Only places that the content names have one, and only once something has changed there."""
    participants = 'participants: ["0301"]\n'
    named = "Bergen kommune spurte først."
    files = files_of(
        published(
            state("2026-01-05", projects__prosjekt=project(more=participants)),
            state(
                "2026-02-05",
                projects__prosjekt=project("Nytt navn", more=participants),
                goals__mal=goal(text=named),
            ),
        )
    )

    assert sorted(path for path in files if path.startswith("municipalities/")) == [
        "municipalities/0301/changes.atom",
        "municipalities/4601/changes.atom",
    ]
    oslo = feed_in(files["municipalities/0301/changes.atom"])
    assert oslo.feed.title == "Changes: Oslo"
    assert [entry.link for entry in oslo.entries] == ["https://example.org/plan/projects/prosjekt/"]
    bergen = feed_in(files["municipalities/4601/changes.atom"])
    assert [entry.link for entry in bergen.entries] == ["https://example.org/plan/goals/mal/"]


def many(day: str, text: str, count: int = MIN_ROUND + 1, status: str = "ongoing") -> Commit:
    """A state with many projects that say the same."""
    files = dict(valid_files()) | {
        f"projects/p{number:03}.yml": project(f"P{number}", status) + f"summary: {text}\n"
        for number in range(count)
    }
    return Commit(day, {path: content for path, content in files.items() if content is not None})


def test_a_round_of_new_words_is_one_change() -> None:
    """More entries than a reader wants to hear of one by one; fewer are told one by one."""
    start, done = many("2026-01-05", "Noe helt annet."), many("2026-02-05", "Kort om saken.")
    files = files_of(published(_bytes(start), _bytes(done)))

    (entry,) = feed_in(files["changes.atom"]).entries
    assert entry.title == "21 entries: The texts were gone through"
    assert [tag.term for tag in entry.tags] == ["clarification"]
    few = files_of(published(*(_bytes(many(made.day, text, 20)) for made, text in (
        (start, "Noe helt annet."), (done, "Kort om saken."),
    ))))  # fmt: skip
    assert len(feed_in(few["changes.atom"]).entries) == 20


def _bytes(commit: Commit) -> Commit:
    files = {
        path: text.encode() if isinstance(text, str) else text
        for path, text in commit.files.items()
    }
    return Commit(commit.day, files)


def test_a_feed_is_bounded() -> None:
    """It has the newest changes, however many there are."""
    states = [many("2026-01-05", "x", 80), many("2026-02-05", "x", 80, "planned")]
    files = files_of(published(*map(_bytes, states)))

    assert len(feed_in(files["changes.atom"]).entries) == MAX_CHANGES == 50


def test_older_revisions_are_not_looked_at_once_there_are_enough() -> None:
    """What a feed needs of a long history does not grow with it."""
    commits = [Commit("2026-01-05", STRATEGY_FILE | {"goals/mal.md": goal()})] + [
        Commit("2026-02-05", STRATEGY_FILE | {"goals/mal.md": goal(("proposed", "adopted")[n % 2])})
        for n in range(200)
    ]
    history = history_of(*commits)
    classified: list[str] = []

    def followers(event: Event) -> tuple[str, ...]:
        classified.append(event.key)
        return ("",)

    chosen = newest_changes(history.events, followers)

    assert len(classified) == len(history.events) == 202
    assert [event.key for event in chosen[""]] == [event.key for event in history.events[-50:]]
