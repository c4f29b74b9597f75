"""What strategy.yml may say."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from living_strategy.settings import Settings, SeverityChoice


def test_smallest() -> None:
    """A title is enough; the rest has defaults for Norwegian public data."""
    settings = Settings.model_validate({"title": " Strategi "})

    assert (settings.title, settings.language) == ("Strategi", "nb")
    assert (settings.text_licence.title, settings.data_licence.title) == ("CC BY 4.0", "NLOD 2.0")
    assert (settings.owner, settings.frameworks, settings.severity) == (None, (), {})


def test_everything() -> None:
    """Every field is read."""
    fields = {
        "title": "Strategi", "language": "nn", "owner": "ks", "summary": "Kort",
        "period": {"start": "2017", "end": "2020"},
        "vision": {"text": "Visjon", "source": "Strategien", "url": "https://www.ks.no"},
        "frameworks": ["digital-agenda"], "severity": {"orphan": "off"},
        "text_licence": {"title": "CC0", "url": "https://creativecommons.org"},
    }  # fmt: skip
    settings = Settings.model_validate(fields)

    assert settings.severity == {"orphan": SeverityChoice.OFF}
    assert settings.model_dump(mode="json", exclude_unset=True) == fields


@pytest.mark.parametrize(
    "change",
    [{"title": ""}, {"language": "Norsk"}, {"unknown": "x"}, {"severity": {"orphan": "loud"}},
     {"vision": {}}, {"period": {"start": "nå"}}, {"data_licence": {"title": "x", "url": "x"}}],
)  # fmt: skip
def test_refused(change: dict[str, Any]) -> None:
    """What is misspelt, empty or not in the right form is refused."""
    with pytest.raises(ValidationError):
        Settings.model_validate({"title": "Strategi"} | change)


def test_limits_of_the_status() -> None:
    """Half a year and a year; one alone may be set, and both are whole months up to ten years."""
    plain, faster = (
        {"title": "Strategi"} | extra for extra in ({}, {"review_months": {"running": 3}})
    )
    limits = [Settings.model_validate(data).review_months.model_dump() for data in (plain, faster)]

    assert limits == [{"running": 6, "other": 12}, {"running": 3, "other": 12}]
    for months in (0, 121, 1.5, "six"):
        with pytest.raises(ValidationError):
            Settings.model_validate(plain | {"review_months": {"other": months}})
