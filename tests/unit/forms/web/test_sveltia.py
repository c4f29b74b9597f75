"""What Sveltia CMS does not know of the settings for Decap CMS is left out, wherever it stands."""

from __future__ import annotations

from living_strategy.forms.web.sveltia import sveltia


def test_what_it_does_not_know_is_left_out() -> None:
    """All else stays as it is."""
    hidden = {"name": "kept", "widget": "hidden", "required": False}
    link = {"name": "goal", "widget": "relation", "required": False, "options_length": 500}
    text = {"name": "title", "widget": "string", "required": True}
    many = {"name": "tags", "widget": "list", "field": hidden}
    config = {
        "locale": "nb_no",
        "search": False,
        "slug": {"encoding": "ascii"},
        "collections": [
            {"name": "goals", "folder": "goals", "fields": [text, link, many]},
            {"name": "terms", "files": [{"name": "terms", "fields": [hidden]}]},
        ],
    }
    plain = {"name": "kept", "widget": "hidden"}

    assert sveltia(config) == {
        "slug": {"encoding": "ascii"},
        "collections": [
            {
                "name": "goals",
                "folder": "goals",
                "fields": [
                    text,
                    {"name": "goal", "widget": "relation", "required": False},
                    {"name": "tags", "widget": "list", "field": plain},
                ],
            },
            {"name": "terms", "files": [{"name": "terms", "fields": [plain]}]},
        ],
    }
