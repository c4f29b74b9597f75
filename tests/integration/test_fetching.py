"""Fetching from a server on this machine that does what no server should."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from living_strategy.adapters.network import fault
from living_strategy.adapters.network.destinations import destination, is_public
from living_strategy.adapters.network.fault import FetchError
from living_strategy.adapters.network.fetching import MAX_REDIRECTS, Terms, fetch
from living_strategy.language import LANGUAGES, Language

Behaviour = Callable[[socket.socket, str], None]
TERMS = Terms(seconds=20, most=10_000, may_be_local=True)


@contextmanager
def server(
    behave: Behaviour, trust: ssl.SSLContext | None = None
) -> Iterator[tuple[str, list[str]]]:
    """A server that answers each request as it is told; gives its address and what it was asked."""
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve(line: socket.socket) -> None:
            with suppress(OSError), line:
                if trust:
                    line = trust.wrap_socket(line, server_side=True)
                request = b""
                while b"\r\n\r\n" not in request and (part := line.recv(4096)):
                    request += part
                asked.append(request.decode())
                behave(line, request.decode().split(" ")[1] if request else "")
                line.close()

        def accept() -> None:
            with suppress(OSError):
                while True:
                    threading.Thread(target=serve, args=listening.accept()[:1], daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        scheme = "https" if trust else "http"
        yield f"{scheme}://127.0.0.1:{listening.getsockname()[1]}", asked


def answer(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """A whole answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join((*lines, "", "")).encode() + body


def sends(*parts: bytes) -> Behaviour:
    """Send this, whatever was asked."""

    def behave(line: socket.socket, path: str) -> None:
        for part in parts:
            line.sendall(part)

    return behave


def problem(url: str, terms: Terms = TERMS) -> str:
    """Why nothing is fetched."""
    with pytest.raises(FetchError) as raised:
        fetch(url, terms)
    return raised.value.problem


def test_what_is_there_is_fetched() -> None:
    """With the host as it was written, and the mark of the version for the next time."""
    with server(sends(answer(b"{}", "200 OK", 'ETag: "1"'))) as (url, asked):
        fetched = fetch(f"{url}/data/a.json?x=1", TERMS)

    assert (fetched.content, fetched.etag, fetched.url) == (b"{}", '"1"', f"{url}/data/a.json?x=1")
    first, *headers = asked[0].split("\r\n")
    assert first == "GET /data/a.json?x=1 HTTP/1.1"
    assert f"Host: {url.removeprefix('http://')}" in headers
    assert "Accept-Encoding: gzip" in headers


def test_what_has_not_changed_is_not_sent_again() -> None:
    """The server is asked whether its version is still the one that is known."""
    with server(sends(b"HTTP/1.1 304 Not Modified\r\n\r\n")) as (url, asked):
        fetched = fetch(url, TERMS, etag='"1"')

    assert (fetched.content, fetched.etag) == (None, '"1"')
    assert 'If-None-Match: "1"' in asked[0]
    with server(sends(b"HTTP/1.1 304 Not Modified\r\n\r\n")) as (url, _):
        assert problem(url) == fault.BAD_STATUS


def test_packed_answers_are_unpacked() -> None:
    """Also when they come in pieces of any size."""
    packed = gzip.compress(b"x" * 9_000, mtime=0)
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    pieces = [b"1\r\n" + packed[i : i + 1] + b"\r\n" for i in range(len(packed))]

    with server(sends(head, *pieces, b"0\r\n\r\n")) as (url, _):
        assert fetch(url, TERMS).content == b"x" * 9_000


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (answer(b"x" * 10_001), fault.TOO_MUCH),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 10_001, fault.TOO_MUCH),
        (
            answer(gzip.compress(b"x" * 10_001, mtime=0), "200 OK", "Content-Encoding: gzip"),
            fault.TOO_MUCH,
        ),
        (
            answer(
                gzip.compress(b"x" * 50_000_000, 9, mtime=0)[:9_000],
                "200 OK",
                "Content-Encoding: gzip",
            ),
            fault.TOO_MUCH,
        ),
        (
            answer(gzip.compress(b"x", mtime=0)[:-1], "200 OK", "Content-Encoding: gzip"),
            fault.CANNOT_UNPACK,
        ),
        (
            answer(gzip.compress(b"x", mtime=0) + b"more", "200 OK", "Content-Encoding: gzip"),
            fault.CANNOT_UNPACK,
        ),
        (answer(zlib.compress(b"x"), "200 OK", "Content-Encoding: gzip"), fault.CANNOT_UNPACK),
        (answer(b"x", "200 OK", "Content-Encoding: br"), fault.CANNOT_UNPACK),
        (answer(b"x", "200 OK", "Content-Encoding: gzip, gzip"), fault.CANNOT_UNPACK),
        (answer(b"", "404 Not Found"), fault.BAD_STATUS),
        (answer(b"", "410 Gone"), fault.BAD_STATUS),
        (answer(b"", "204 No Content"), fault.BAD_STATUS),
        (answer(b"", "302 Found"), fault.BAD_STATUS),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx", fault.BROKEN),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nx", fault.BROKEN),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", fault.BROKEN),
        (b"SSH-2.0\r\n", fault.BROKEN),
        (b"", fault.BROKEN),
    ],
)
def test_answers_that_are_not_taken(sent: bytes, expected: str) -> None:
    """Too large, packed in another way, cut off, or no answer at all."""
    with server(sends(sent)) as (url, _):
        assert problem(url) == expected


def drip(line: socket.socket, path: str) -> None:
    """Send a byte again and again, each before the other side loses its patience."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" if path != "/head" else b"H")
    for _ in range(200):
        line.sendall(b"x")
        time.sleep(0.05)


@pytest.mark.parametrize("path", ["/body", "/head"])
def test_a_slow_drip_ends(path: str) -> None:
    """The time is for all of it, not for each byte."""
    begun = time.monotonic()
    with server(drip) as (url, _):
        assert problem(f"{url}{path}", Terms(seconds=0.5, may_be_local=True)) == fault.TOO_SLOW

    assert time.monotonic() - begun < 8


def test_a_silent_server_is_left() -> None:
    """It takes the connection and says nothing."""
    with server(lambda line, path: time.sleep(5)) as (url, _):
        assert problem(url, Terms(seconds=0.3, may_be_local=True)) == fault.TOO_SLOW
    assert problem(url, Terms(seconds=0, may_be_local=True)) == fault.TOO_SLOW


def test_nobody_answers() -> None:
    """The port is closed, or there is no such host."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    assert problem(f"http://127.0.0.1:{port}/") == fault.NO_CONNECTION

    def no_such(host: str, port: int) -> list[str]:
        raise socket.gaierror

    assert problem("https://a.example/", Terms(look_up=no_such)) == fault.NO_HOST


def redirects(*targets: str) -> Behaviour:
    """Lead on to each of these in turn, by the number in the path."""

    def behave(line: socket.socket, path: str) -> None:
        number = int(path.strip("/") or 0)
        if number < len(targets):
            line.sendall(answer(b"", "302 Found", f"Location: {targets[number]}"))
        else:
            line.sendall(answer(b"there"))

    return behave


def test_redirects_on_the_same_server_are_followed() -> None:
    """Relative or not, and not without end."""
    with server(redirects("/1", "2")) as (url, asked):
        fetched = fetch(url, TERMS)
    assert (fetched.content, fetched.url, len(asked)) == (b"there", f"{url}/2", 3)

    with server(redirects(*["/0"] * 9)) as (url, asked):
        assert problem(url) == fault.TOO_MANY_REDIRECTS
        assert len(asked) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("file:///etc/passwd", fault.NO_ADDRESS),
        ("ftp://a.example/", fault.NO_ADDRESS),
        ("javascript:alert(1)", fault.NO_ADDRESS),
        ("http://user@127.0.0.1/", fault.NO_ADDRESS),
        ("http://127.0.0.1:1/", fault.NOT_PUBLIC),
        ("http://localhost/", fault.NOT_PUBLIC),
        ("http://[::1]/", fault.NOT_PUBLIC),
        ("http://169.254.169.254/latest/meta-data/", fault.NOT_PUBLIC),
        ("http://10.0.0.1/", fault.NOT_PUBLIC),
        ("http://[::ffff:10.0.0.1]/", fault.NOT_PUBLIC),
        ("http://2130706433/", fault.NOT_PUBLIC),
    ],
)
def test_a_redirect_leads_to_no_file_and_no_local_host(target: str, expected: str) -> None:
    """Even where the first address may be local, because somebody wrote it down."""
    with server(redirects(target)) as (url, asked):
        assert problem(url) == expected
        assert len(asked) == 1


def test_a_name_is_looked_up_once() -> None:
    """The connection goes to the number that was checked, whatever the name means later."""
    answers = iter((["93.184.216.34"], ["127.0.0.1"]))
    hosts: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        hosts.append(host)
        return next(answers)

    there = destination("https://a.example/x", may_be_local=False, look_up=rebinding)

    assert (there.number, there.host, there.named_host) == (
        "93.184.216.34", "a.example", "a.example",
    )  # fmt: skip
    assert hosts == ["a.example"]
    with pytest.raises(FetchError) as raised:
        destination("https://a.example/x", may_be_local=True, look_up=rebinding)
    assert raised.value.problem == fault.NOT_PUBLIC


def test_one_local_answer_among_others_is_refused() -> None:
    """Which of them a connection takes would be chance."""
    mixed = Terms(look_up=lambda host, port: ["93.184.216.34", "192.168.1.1"])

    assert problem("https://a.example/", mixed) == fault.NOT_PUBLIC
    assert problem("http://127.0.0.1/", Terms()) == fault.NOT_PUBLIC


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False),
        ("0.0.0.0", False), ("10.1.2.3", False), ("100.64.0.1", False), ("169.254.169.254", False),
        ("192.168.0.1", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::", False),
        ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False), ("64:ff9b::a00:1", False), ("64:ff9b::5db8:d822", True),
        ("ff02::1", False), ("host", False),
    ],
)  # fmt: skip
def test_what_is_public(number: str, public: bool) -> None:
    """Local, private, shared and reserved addresses are not, nor what hides one."""
    assert is_public(number) is public


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for a.example that nobody has signed, with its key."""
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    command = [
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=a.example", "-addext", "subjectAltName=DNS:a.example", "-keyout", str(path), "-out",
        str(path.with_suffix(".crt")),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


def test_the_certificate_is_that_of_the_name(certificate: Path) -> None:
    """It is asked for by the name, although the connection goes to a number."""
    here = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    here.load_cert_chain(certificate)
    names: list[str | None] = []
    here.sni_callback = lambda line, name, context: names.append(name)
    trust = ssl.create_default_context(cafile=str(certificate.with_suffix(".crt")))

    with server(sends(answer(b"safe")), here) as (url, _):
        assert problem(url, Terms(may_be_local=True)) == fault.BAD_CERTIFICATE
        assert problem(url, Terms(may_be_local=True, trust=trust)) == fault.BAD_CERTIFICATE
        port = url.rpartition(":")[2]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                "living_strategy.adapters.network.destinations.is_public", lambda number: True
            )
            terms = Terms(trust=trust, look_up=lambda host, port: ["127.0.0.1"])
            assert fetch(f"https://a.example:{port}/", terms).content == b"safe"
    assert names[-1] == "a.example"


def test_encryption_is_not_given_up(certificate: Path) -> None:
    """A redirect from https to http is not followed."""
    here = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    here.load_cert_chain(certificate)
    trust = ssl.create_default_context(cafile=str(certificate.with_suffix(".crt")))
    trust.check_hostname = False

    with server(redirects("http://93.184.216.34/"), here) as (url, _):
        assert problem(url, Terms(may_be_local=True, trust=trust)) == fault.NOT_SECURE


@pytest.mark.parametrize("code", LANGUAGES)
def test_problems_are_told(code: str) -> None:
    """In every language, and without what a terminal would act upon."""
    language = Language.load(code)
    for text in fault.FETCHING_PROBLEMS:
        message = FetchError(text, "a.example\x1b[2J", 404).message(language)
        assert "a.example" in message
        assert "\x1b" not in message
