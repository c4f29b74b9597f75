"""Documents of the program lead to content that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.test_docs import DOCUMENTS, ROOT, is_content, named


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_content_that_documents_name_is_there(document: Path) -> None:
    """Every file and folder of the content that a document links to or names."""
    paths = {path for path in named(document) if is_content(path)}

    assert [path for path in sorted(paths) if not path.exists()] == []
