"""Edit addresses of the host, as pages of entries need them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from living_strategy.adapters.mkdocs.shell import edit_template

REPO = "https://example.org/a/b"


@pytest.mark.parametrize(
    ("settings", "template"),
    [
        ({"repo_url": REPO, "edit_uri": "edit/main/strategy/"}, f"{REPO}/edit/main/{{path}}"),
        ({"repo_url": f"{REPO}/", "edit_uri": "-/edit/x/strategy"}, f"{REPO}/-/edit/x/{{path}}"),
        ({"edit_uri": f"{REPO}/raw/strategy/"}, f"{REPO}/raw/strategy/../{{path}}"),
        ({"repo_url": REPO, "edit_uri_template": "e/strategy/{path}?a"}, f"{REPO}/e/{{path}}?a"),
        ({"repo_url": "", "edit_uri": ""}, ""),
        ({"repo_url": REPO, "edit_uri": ""}, ""),
        ({"repo_url": "", "edit_uri": "edit/main/strategy/"}, ""),
        ({"repo_url": REPO, "edit_uri_template": "e/{path_noext}"}, ""),
    ],
)
def test_the_host_knows_where_files_are_edited(
    settings: dict[str, str], template: str, tmp_path: Path
) -> None:
    """Whatever way its settings say it; a site without a repository, or with an address that leads
    to no file, has none.
    """
    (tmp_path / "strategy").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: X\ndocs_dir: strategy\nplugins: []\n", "utf-8")

    assert edit_template(load_config(str(tmp_path / "mkdocs.yml"), **settings)) == template
