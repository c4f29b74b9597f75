"""In a preview only what the host itself adds is let in beside what the policy knows."""

from __future__ import annotations

import pytest

from living_strategy.adapters.mkdocs.preview_policy import permitting
from living_strategy.site.security import with_csp

CANARY = "<script>canary()</script>"
PAGE = with_csp(f'<html><head><meta charset="utf-8"></head><body><p>{CANARY}</p></body></html>')
ADDED = "<script>reload(1, 2)</script>"
# Of `reload(1, 2)` and of `canary()`, as `openssl dgst -sha256 -binary | base64` gives them.
RELOAD_HASH = "'sha256-71cBI7kd4/qJmO/+1YM4t1nG1LD3Ab9ReCQWRc9GIcQ='"
CANARY_HASH = "'sha256-SrmKMI4MrLus0YPfSOyS6mby1UTY11ra5XQx1sJbRV4='"


def test_the_hosts_script_is_let_in() -> None:
    """By its hash; a script that stood in the page before is not."""
    made = PAGE.replace("</body>", f"{ADDED}</body>")
    permitted = permitting(PAGE.encode(), made.encode()).decode()

    assert permitted.count(RELOAD_HASH) == 1
    assert f"script-src 'self' 'wasm-unsafe-eval' {RELOAD_HASH}" in permitted
    assert CANARY_HASH not in permitted
    assert permitted.replace(f" {RELOAD_HASH}", "") == made


@pytest.mark.parametrize("made", ["another page", f"{ADDED}{PAGE}"])
def test_a_page_that_was_changed_otherwise_keeps_its_policy(made: str) -> None:
    """What cannot be told apart from content is not let in."""
    assert permitting(PAGE.encode(), made.encode()) == made.encode()
