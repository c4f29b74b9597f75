"""In a preview only what the host itself adds is let in beside what the policy knows."""

from __future__ import annotations

import pytest

from living_strategy.adapters.content_security import InlineCode, inline_code, secured
from living_strategy.adapters.preview_policy import permitting

CANARY = "<script>canary()</script>"
PAGE = secured(
    f'<html><head><meta charset="utf-8"></head><body><p>{CANARY}</p></body></html>', InlineCode()
).replace(inline_code(CANARY).scripts.pop(), "'self'")
ADDED = "<script>reload(1, 2)</script>"


def test_the_hosts_script_is_let_in() -> None:
    """By its hash; a script that stood in the page before is not."""
    made = PAGE.replace("</body>", f"{ADDED}</body>")
    permitted = permitting(PAGE.encode(), made.encode()).decode()
    [reload], [canary] = inline_code(ADDED).scripts, inline_code(CANARY).scripts

    assert permitted.count(reload) == 1
    assert f"script-src 'self' 'wasm-unsafe-eval' {reload}" in permitted
    assert canary not in permitted
    assert permitted.replace(f" {reload}", "") == made


@pytest.mark.parametrize("made", ["another page", f"{ADDED}{PAGE}"])
def test_a_page_that_was_changed_otherwise_keeps_its_policy(made: str) -> None:
    """What cannot be told apart from content is not let in."""
    assert permitting(PAGE.encode(), made.encode()) == made.encode()
