"""Takes the bytes of an answer, packed or not, and no more of them than was agreed."""

from __future__ import annotations

import zlib

from living_strategy.adapters.network.fault import CANNOT_UNPACK, TOO_MUCH, FetchError

_GZIP = 16 + zlib.MAX_WBITS


class Unpacking:
    """The content of an answer, as it comes. `encoding` is what the server says it is packed with:
    nothing, or gzip. `most` holds for what is sent, and for what it unpacks to.
    """

    def __init__(self, encoding: str, most: int, subject: str) -> None:
        self._most, self._subject = most, subject
        self._packed = encoding in ("gzip", "x-gzip")
        if not self._packed and encoding not in ("", "identity"):
            raise FetchError(CANNOT_UNPACK, subject)
        self._unpack = zlib.decompressobj(_GZIP)
        self._parts: list[bytes] = []
        self._sent = self._length = 0

    def add(self, part: bytes) -> None:
        """Take up what was sent.

        Raises:
            FetchError: it is too much, or cannot be unpacked.
        """
        self._sent += len(part)
        if self._sent > self._most:
            raise FetchError(TOO_MUCH, self._subject)
        self._keep(self._unpacked(part) if self._packed else part)

    def _unpacked(self, part: bytes) -> bytes:
        try:
            # One byte more than may come tells that there is more.
            unpacked = self._unpack.decompress(part, self._most - self._length + 1)
        except zlib.error:
            raise FetchError(CANNOT_UNPACK, self._subject) from None
        if self._unpack.unused_data:
            raise FetchError(CANNOT_UNPACK, self._subject)
        return unpacked

    def _keep(self, part: bytes) -> None:
        self._length += len(part)
        if self._length > self._most:
            raise FetchError(TOO_MUCH, self._subject)
        self._parts.append(part)

    def content(self) -> bytes:
        """Return everything, when all has been sent.

        Raises:
            FetchError: the end is missing.
        """
        if self._packed and not self._unpack.eof:
            raise FetchError(CANNOT_UNPACK, self._subject)
        return b"".join(self._parts)
