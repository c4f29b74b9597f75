"""Where an address leads: one host, looked up once, and whether it is on the public internet."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from living_strategy.adapters.network.fault import (
    NO_ADDRESS,
    NO_HOST,
    NOT_PUBLIC,
    FetchError,
)
from living_strategy.limits import is_web_address

LookUp = Callable[[str, int], list[str]]
"""Gives the numerical addresses of a host; OSError if there are none."""

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# Gateways write an address of version 4 into the last bits of one of version 6.
_GATEWAYS = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


class Destination(NamedTuple):
    """Where a connection goes: `number` is the address that was looked up and checked, which is
    the one that is connected to. `host` is what the certificate and the server are asked for.
    """

    is_secure: bool
    host: str
    port: int
    number: str
    target: str

    @property
    def origin(self) -> tuple[bool, str, int]:
        """What two addresses have in common that lead to the same server."""
        return self.is_secure, self.host, self.port

    @property
    def named_host(self) -> str:
        """The host as the request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _port(self.is_secure) else f"{host}:{self.port}"


def look_up(host: str, port: int) -> list[str]:
    """Ask the system for the numerical addresses of a host, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[4][0]) for address in found]


def destination(url: str, *, may_be_local: bool, look_up: LookUp = look_up) -> Destination:
    """Look up where an address leads. One that is not on the public internet is taken only where
    it was written down as a number, or as localhost, and may be so.

    Raises:
        FetchError: it is no web address, there is no such host, or it is not public.
    """
    if not is_web_address(url):
        raise FetchError(NO_ADDRESS, url)
    parts = urlsplit(url)
    is_secure = parts.scheme == "https"
    host, port = _ascii_host(parts.hostname or "", url), parts.port or _port(is_secure)
    try:
        numbers = list(dict.fromkeys(look_up(host, port)))
    except (OSError, UnicodeError):
        numbers = []
    if not numbers:
        raise FetchError(NO_HOST, host)
    is_named = may_be_local and (host == "localhost" or _number(host) is not None)
    # A host that is public in one answer and local in another is refused: it may lead anywhere.
    if not is_named and not all(is_public(number) for number in numbers):
        raise FetchError(NOT_PUBLIC, host)
    path = parts.path or "/"
    target = f"{path}?{parts.query}" if parts.query else path
    return Destination(is_secure, host, port, numbers[0], target)


def is_public(text: str) -> bool:
    """Whether a numerical address is one of the public internet."""
    number = _number(text)
    return number is not None and all(
        part.is_global and not part.is_multicast and not part.is_reserved for part in _inner(number)
    )


def _inner(number: _Address) -> list[_Address]:
    """Return the address and those of version 4 that are hidden in it."""
    if isinstance(number, ipaddress.IPv4Address):
        return [number]
    if number.ipv4_mapped:
        return [number.ipv4_mapped]
    hidden = [part for part in (number.sixtofour, *(number.teredo or ())) if part]
    if any(number in gateway for gateway in _GATEWAYS):
        # Those of gateways are public only by what is written into them.
        return [ipaddress.IPv4Address(number.packed[-4:]), *hidden]
    return [number, *hidden]


def _number(text: str) -> _Address | None:
    try:
        return ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None


def _ascii_host(host: str, url: str) -> str:
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise FetchError(NO_ADDRESS, url) from None


def _port(is_secure: bool) -> int:
    return 443 if is_secure else 80
