"""The words of a strategy's own."""

from __future__ import annotations

from living_strategy.model.goal import Standing
from living_strategy.model.own_words import language_of
from living_strategy.model.values import Status
from living_strategy.settings import Settings


def test_a_proposal_is_called_after_those_who_propose_it() -> None:
    """Only what is proposed; everything else, and other strategies, keep the package's words."""
    plain = language_of(Settings(title="Plan", language="nn"))
    own = language_of(Settings(title="Plan", language="nn", proposed_by="rådmannen"))
    values = [Standing.PROPOSED, Standing.ADOPTED, Status.PROPOSED]

    assert [own.term(value) for value in values] == [
        "Forslag frå rådmannen", plain.term(Standing.ADOPTED), plain.term(Status.PROPOSED),
    ]  # fmt: skip
    assert plain.term(Standing.PROPOSED) == "Forslag frå nettstaden"
    assert own.calling("strategi").term(Standing.PROPOSED) == "Forslag frå rådmannen"
