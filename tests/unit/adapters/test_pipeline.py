"""The remedy for a history that was cut depends on who fetched it."""

from __future__ import annotations

import pytest

from living_strategy.adapters.process.pipeline import pipeline

SIGNS = {
    "GITHUB_ACTIONS": "github",
    "GITLAB_CI": "gitlab",
    "TF_BUILD": "azure",
    "BITBUCKET_BUILD_NUMBER": "bitbucket",
}


@pytest.mark.parametrize(("sign", "name"), [*SIGNS.items(), ("OTHER", "")])
def test_pipelines(sign: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each service says who it is; a variable that is empty says nothing."""
    for other in SIGNS:
        monkeypatch.setenv(other, "")
    monkeypatch.setenv(sign, "true")

    assert pipeline() == name
