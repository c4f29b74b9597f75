"""Fetches one address over HTTP, within a time and a size, to the host that was checked.

A name is looked up once, and the connection goes to the number that was found: whoever answers for
the name cannot lead to another one between the check and its use. Each redirect is checked in the
same way. Proxies of the surroundings are not used.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin

from living_strategy.adapters.network.destinations import (
    Destination,
    LookUp,
    destination,
    look_up,
)
from living_strategy.adapters.network.fault import (
    BAD_CERTIFICATE,
    BAD_STATUS,
    BROKEN,
    NO_CONNECTION,
    NOT_SECURE,
    TOO_MANY_REDIRECTS,
    TOO_SLOW,
    FetchError,
)
from living_strategy.adapters.network.unpacking import Unpacking

MAX_REDIRECTS = 4
_PORTION = 64 * 1024
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_NAME = "living-strategy"


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms something is fetched: in how many `seconds` at most from the first connection
    to the last byte, and how many bytes (`most`), packed and unpacked. An address that a person
    wrote `may_be_local`; one that a file or another site gives may not.
    """

    seconds: float = 60
    most: int = 16 * 1024 * 1024
    may_be_local: bool = False
    look_up: LookUp = look_up
    trust: ssl.SSLContext | None = None


class Fetched(NamedTuple):
    """What was fetched. `content` is None when it has not changed since `etag` or `modified` was
    given; these are what to give the next time, and `url` is where it was found in the end.
    """

    content: bytes | None
    url: str
    etag: str = ""
    modified: str = ""


class _Known(NamedTuple):
    """The marks of the version that is known already."""

    etag: str
    modified: str


def fetch(url: str, terms: Terms = Terms(), etag: str = "", modified: str = "") -> Fetched:
    """Fetch what stands at an address.

    Raises:
        FetchError: it was not fetched, as a whole and on these terms.
    """
    deadline = time.monotonic() + terms.seconds
    first = destination(url, may_be_local=terms.may_be_local, look_up=terms.look_up)
    there, known = first, _Known(etag, modified)
    for _ in range(MAX_REDIRECTS + 1):
        answer = _ask(there, terms, deadline, known)
        if isinstance(answer, Fetched):
            return answer._replace(url=url)
        url = urljoin(url, answer)
        there = _next(url, first, there, terms)
    raise FetchError(TOO_MANY_REDIRECTS, first.host)


def _next(url: str, first: Destination, before: Destination, terms: Terms) -> Destination:
    """Return where a redirect leads. To a local host it leads only if that one was asked first."""
    there = destination(url, may_be_local=terms.may_be_local, look_up=terms.look_up)
    if before.is_secure and not there.is_secure:
        raise FetchError(NOT_SECURE, before.host)
    if there.origin == first.origin:
        return there._replace(number=first.number)
    return destination(url, may_be_local=False, look_up=lambda host, port: [there.number])


def _ask(there: Destination, terms: Terms, deadline: float, known: _Known) -> Fetched | str:
    """Return what a server sends, or where it leads on to."""
    connection = _Connection(there, terms.trust, deadline)
    with _until(deadline, connection, there.host):
        connection.request("GET", there.target, headers=_headers(there, known))
        with connection.getresponse() as response:
            return _answer(response, there, terms, known)


def _answer(
    response: http.client.HTTPResponse, there: Destination, terms: Terms, known: _Known
) -> Fetched | str:
    if response.status == http.client.NOT_MODIFIED and any(known):
        return Fetched(None, "", *known)
    if response.status in _REDIRECTS and (location := response.getheader("Location")):
        return location
    if response.status != http.client.OK:
        raise FetchError(BAD_STATUS, there.host, response.status)
    encoding = (response.getheader("Content-Encoding") or "").strip().lower()
    unpacking = Unpacking(encoding, terms.most, there.host)
    while part := response.read1(_PORTION):
        unpacking.add(part)
    if response.length:
        raise FetchError(BROKEN, there.host)
    marks = [(response.getheader(name) or "")[:200] for name in ("ETag", "Last-Modified")]
    return Fetched(unpacking.content(), "", *marks)


def _headers(there: Destination, known: _Known) -> dict[str, str]:
    headers = {
        "Host": there.named_host,
        "User-Agent": _NAME,
        "Accept": "application/json",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    marks = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return headers | {name: mark for name, mark in marks.items() if mark}


class _Connection(http.client.HTTPConnection):
    """A connection to the number that was checked, with the name for the certificate."""

    def __init__(self, there: Destination, trust: ssl.SSLContext | None, deadline: float) -> None:
        super().__init__(there.host, there.port)
        self._there, self._trust, self._deadline = there, trust, deadline
        # The connection gives its own away when it knows that there is one answer only.
        self.line: socket.socket | None = None

    def connect(self) -> None:
        """Connect, and agree on encryption if the address asks for it."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.line = socket.create_connection((self._there.number, self.port), timeout=left)
        if self._there.is_secure:
            trust = self._trust or ssl.create_default_context()
            self.line = trust.wrap_socket(self.line, server_hostname=self._there.host)
        self.sock = self.line

    def cut(self) -> None:
        """Break off, from another thread: whoever waits for the next byte waits no longer."""
        if self.line:
            with suppress(OSError):
                # Not the method of an encrypted socket, which would go on without encryption.
                socket.socket.shutdown(self.line, socket.SHUT_RDWR)


@contextmanager
def _until(deadline: float, connection: _Connection, host: str) -> Iterator[None]:
    """End whatever is not done in time, and say in our words what went wrong.

    A time-out of a socket begins anew with each byte; this one does not.
    """
    timer = threading.Timer(max(0, deadline - time.monotonic()), connection.cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    except FetchError as error:
        # What is cut off looks like the end of the answer, or like a broken one.
        raise FetchError(TOO_SLOW, host) if _is_over(deadline) else error from None
    except ssl.SSLCertVerificationError:
        raise FetchError(BAD_CERTIFICATE, host) from None
    except (OSError, http.client.HTTPException, ValueError):
        is_open = connection.line is not None
        problem = TOO_SLOW if _is_over(deadline) else BROKEN if is_open else NO_CONNECTION
        raise FetchError(problem, host) from None
    finally:
        timer.cancel()
        connection.close()
    if _is_over(deadline):
        raise FetchError(TOO_SLOW, host)


def _is_over(deadline: float) -> bool:
    return time.monotonic() >= deadline
