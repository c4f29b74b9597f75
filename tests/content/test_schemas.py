"""What this repository publishes follows the JSON Schemas that editors check with."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from living_strategy.forms.schema import settings_schema
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry
from tests.integration.site_support import REPOSITORY
from tests.unit.forms.test_schema import read, refused

FILES = {
    path.relative_to(REPOSITORY).as_posix(): path.read_bytes()
    for pattern in ("strategy/**/*.yml", *(f"{kind.folder}/*.*" for kind in KINDS if kind.folder))
    for path in REPOSITORY.glob(pattern)
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_published_entries_are_accepted(kind: type[Entry]) -> None:
    """The schema accepts every entry of this repository."""
    assert refused(kind, FILES) == {}


def test_published_settings_are_accepted() -> None:
    """The schema accepts strategy.yml of this repository."""
    validator = Draft202012Validator(settings_schema(Language.load("nb")))
    data = read(FILES["strategy/strategy.yml"].decode())

    assert [error.message for error in validator.iter_errors(data)] == []
