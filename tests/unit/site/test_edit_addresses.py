"""Edit addresses: where a reader can propose a change of a file."""

from __future__ import annotations

import pytest

from living_strategy.site.edit_addresses import edit_address, edit_template

FORGE = "https://example.org/a/edit/main"


@pytest.mark.parametrize(
    ("address", "template"),
    [
        ("", ""),
        (FORGE, f"{FORGE}/{{path}}"),
        (f"{FORGE}/", f"{FORGE}/{{path}}"),
        ("https://example.org/?file={path}&act=edit",) * 2,
    ],
)
def test_a_path_has_its_place(address: str, template: str) -> None:
    """Where the address names it, else at the end."""
    assert edit_template(address) == template


@pytest.mark.parametrize(
    ("template", "source", "address"),
    [
        (f"{FORGE}/{{path}}", "goals/mal.md", f"{FORGE}/goals/mal.md"),
        (f"{FORGE}/{{path}}", "strategy/å b.md", f"{FORGE}/strategy/%C3%A5%20b.md"),
        (f"{FORGE}/{{path}}", "", ""),
        ("", "goals/mal.md", ""),
    ],
)
def test_a_file_has_an_address(template: str, source: str, address: str) -> None:
    """None without a template, or for a page that is made of no single file."""
    assert edit_address(template, source) == address
