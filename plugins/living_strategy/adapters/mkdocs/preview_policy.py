"""Pages of a preview have the policy of published ones; the host's own script is added by hash."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

_SCRIPTS = b"script-src 'self' 'wasm-unsafe-eval'"
_ADDED = re.compile(rb"<script\b[^>]*>(.*?)</script>", re.S | re.I)


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


def permitting(content: bytes, page: bytes) -> bytes:
    """Return the host's page of `content`, with leave for the scripts that the host has added."""
    end = content.rfind(b"</body>")
    before = content[:end] if end >= 0 else content
    after = content[len(before) :]
    added = page[len(before) : len(page) - len(after)]
    if before + added + after != page:
        return page
    hashes = b" ".join(sorted(map(_hash, _ADDED.findall(added))))
    permitted = before.replace(_SCRIPTS, _SCRIPTS + b" " + hashes, 1)
    return permitted + added + after


def _hash(script: bytes) -> bytes:
    """Return the hash of a script in the notation of the policy."""
    return b"'sha256-" + base64.b64encode(hashlib.sha256(script).digest()) + b"'"
