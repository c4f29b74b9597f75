"""Pages of a preview have the policy of published ones; the host's own script is added by hash."""

from __future__ import annotations

from typing import Any

from living_strategy.adapters.content_security import inline_code

_SCRIPTS = b"script-src 'self' 'wasm-unsafe-eval'"


def allow_reloading(server: Any) -> None:
    """Let the script run that the host adds to every page to load it again after a change.

    The script is another one for every request. Only what the host adds is permitted: what stood
    in the page before keeps the policy that it was published with.
    """
    inject = getattr(server, "_inject_js_into_html", None)
    if inject is None:
        # A later host may do it otherwise; its pages then wait for the reader to load them again.
        return

    def inject_permitted(content: bytes, epoch: int) -> bytes:
        return permitting(content, inject(content, epoch))

    server._inject_js_into_html = inject_permitted


def permitting(content: bytes, made: bytes) -> bytes:
    """The page that the host has made of `content`, with leave for the scripts it has added."""
    end = content.rfind(b"</body>")
    before = content[:end] if end >= 0 else content
    after = content[len(before) :]
    added = made[len(before) : len(made) - len(after)]
    if before + added + after != made:
        return made
    hashes = " ".join(sorted(inline_code(added.decode("utf-8", "replace")).scripts))
    permitted = before.replace(_SCRIPTS, _SCRIPTS + b" " + hashes.encode(), 1)
    return permitted + added + after
