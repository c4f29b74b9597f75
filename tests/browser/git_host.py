"""A small host of repositories: what the form asks of GitHub's interface, over a bare repository.

Commits, branches and trees are made by git itself; only pull requests and labels are kept here.
"""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from types import MappingProxyType
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

NAME = "eier/strategi"
_API = "/api/v3"
_NOW = "2026-11-22T00:00:00Z"
_PERSON = {"login": "redaktor", "name": "En redaktør", "id": 1, "avatar_url": ""}
_STATES = {"A": "added", "M": "modified", "D": "removed"}
Json = Any


class NotFoundError(Exception):
    """There is nothing at the address."""


class TakenError(Exception):
    """There is something of that name already."""


class GitHost:
    """Serves the bare repository in `folder` while it is entered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pulls: list[dict[str, Json]] = []
        self.labels: dict[int, list[str]] = {}
        self.asked: list[str] = []
        self.lock = Lock()

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def handler(self) -> Callable[..., Handler]:
        """Return what answers a request."""
        return partial(Handler, owner=self)

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def repository(self) -> str:
        """The address of the repository, as strategies give it."""
        return f"{self.origin}/{NAME}"

    def git(self, *arguments: str, given: bytes | None = None, index: str = "") -> str:
        """Run git in the repository; what does not exist is not found."""
        person = {"NAME": "En redaktør", "EMAIL": "red@example.org", "DATE": _NOW}
        surroundings = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_AUTHOR_{key}": value for key, value in person.items()},
            **{f"GIT_COMMITTER_{key}": value for key, value in person.items()},
            **({"GIT_INDEX_FILE": index} if index else {}),
        }
        command = ("git", "-C", str(self.folder), "-c", "core.quotePath=false", *arguments)
        done = subprocess.run(
            command, input=given, env=surroundings, capture_output=True, check=False
        )
        if done.returncode:
            raise NotFoundError(done.stderr.decode())
        return done.stdout.decode()

    def answer(self, method: str, address: str, body: Json) -> Json:
        """Return what the interface says."""
        parts = urlsplit(address)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        path = unquote(parts.path).removeprefix(_API)
        if path == "/user":
            return _PERSON
        if path == f"/users/{_PERSON['login']}":
            return _PERSON
        path = path.removeprefix(f"/repos/{NAME}")
        for asked, pattern, reply in _ROUTES:
            match = re.fullmatch(pattern, path)
            if match and asked == method:
                with self.lock:
                    return reply(self, *match.groups(), query=query, body=body)
        raise NotFoundError(f"{method} {address}")

    def commit_named(self, name: str) -> str:
        """Return the hash of a commit."""
        return self.git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip()

    def commit(self, name: str) -> dict[str, Json]:
        """Return a commit as the interface has it."""
        shown = self.git("log", "-1", "--format=%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%B", name)
        key, tree, parents, author, mail, date, message = shown.split("\0")
        person = {"name": author, "email": mail, "date": date}
        return {
            "sha": key,
            "tree": {"sha": tree},
            "parents": [{"sha": parent} for parent in parents.split()],
            "author": person,
            "committer": person,
            "message": message.strip(),
        }

    def pull(self, number: int) -> dict[str, Json]:
        """Return a pull request as the interface has it."""
        pull = self.pulls[number - 1]
        pull["head"]["sha"] = self.commit_named(f"refs/heads/{pull['head']['ref']}")
        labels = [{"name": name} for name in self.labels.get(number, [])]
        return {**pull, "labels": labels, "user": _PERSON, "updated_at": _NOW}


def _repository(host: GitHost, **_: Json) -> Json:
    return {
        "full_name": NAME,
        "owner": {"login": NAME.partition("/")[0]},
        "permissions": {"push": True, "pull": True, "admin": False},
        "default_branch": "main",
        "fork": False,
    }


def _branch(host: GitHost, name: str, **_: Json) -> Json:
    commit = host.commit(f"refs/heads/{name}")
    return {
        "name": name,
        "commit": {"sha": commit["sha"], "commit": commit, "author": _PERSON},
        "protected": name == "main",
    }


def _tree(host: GitHost, name: str, query: Mapping[str, str], **_: Json) -> Json:
    deep = ("-r", "-t") if query.get("recursive") else ()
    entries = []
    for line in host.git("ls-tree", "-l", *deep, name).splitlines():
        about, path = line.split("\t")
        mode, kind, key, size = about.split()
        entry = {"path": path, "mode": mode, "type": kind, "sha": key}
        entries.append(entry | ({} if size == "-" else {"size": int(size)}))
    key = host.git("rev-parse", name).strip()
    return {"sha": key, "tree": entries, "truncated": False}


def _blob(host: GitHost, key: str, **_: Json) -> Json:
    content = host.git("cat-file", "blob", key).encode()
    text = base64.b64encode(content).decode()
    return {"sha": key, "encoding": "base64", "content": text, "size": len(content)}


def _new_blob(host: GitHost, body: Json, **_: Json) -> Json:
    is_encoded = body.get("encoding") == "base64"
    content = base64.b64decode(body["content"]) if is_encoded else body["content"].encode()
    return {"sha": host.git("hash-object", "-w", "--stdin", given=content).strip()}


def _new_tree(host: GitHost, body: Json, **_: Json) -> Json:
    with tempfile.TemporaryDirectory() as folder:
        index = f"{folder}/index"
        host.git("read-tree", body["base_tree"], index=index)
        lines = [
            f"{entry.get('mode', '100644')} {entry['sha']}\t{entry['path']}\n"
            if entry.get("sha")
            else f"0 {'0' * 40}\t{entry['path']}\n"
            for entry in body["tree"]
        ]
        host.git("update-index", "--index-info", given="".join(lines).encode(), index=index)
        return {"sha": host.git("write-tree", index=index).strip()}


def _new_commit(host: GitHost, body: Json, **_: Json) -> Json:
    parents = [option for parent in body["parents"] for option in ("-p", parent)]
    key = host.git("commit-tree", body["tree"], *parents, "-m", body["message"])
    return host.commit(key.strip())


def _one_commit(host: GitHost, key: str, **_: Json) -> Json:
    return host.commit(key)


def _reference(host: GitHost, name: str, key: str) -> Json:
    return {"ref": name, "object": {"sha": key}}


def _new_reference(host: GitHost, body: Json, **_: Json) -> Json:
    if host.git("for-each-ref", body["ref"]):
        raise TakenError
    host.git("update-ref", body["ref"], body["sha"])
    return _reference(host, body["ref"], body["sha"])


def _moved_reference(host: GitHost, name: str, body: Json, **_: Json) -> Json:
    host.git("update-ref", f"refs/{name}", body["sha"])
    return _reference(host, f"refs/{name}", body["sha"])


def _known_reference(host: GitHost, name: str, **_: Json) -> Json:
    return _reference(host, f"refs/{name}", host.commit_named(f"refs/{name}"))


def _references(host: GitHost, start: str, **_: Json) -> Json:
    names = host.git("for-each-ref", "--format=%(refname)").split()
    return [
        _reference(host, name, host.commit_named(name))
        for name in names
        if name.startswith(f"refs/{start}")
    ]


def _commits(host: GitHost, query: Mapping[str, str], **_: Json) -> Json:
    path = ("--", query["path"]) if "path" in query else ()
    keys = host.git("log", "-1", "--format=%H", query.get("sha", "main"), *path).split()
    return [{"sha": key, "commit": host.commit(key), "author": _PERSON} for key in keys]


def _comparison(host: GitHost, first: str, second: str, **_: Json) -> Json:
    second = second.rpartition(":")[2]
    base = host.git("merge-base", first, second).strip()
    changes = host.git("diff", "--name-status", "--no-renames", base, second).splitlines()
    files = []
    for state, name in (change.split("\t") for change in changes):
        key = None if state == "D" else host.git("rev-parse", f"{second}:{name}").strip()
        files.append({"filename": name, "status": _STATES[state], "sha": key, "patch": ""})
    keys = host.git("rev-list", "--reverse", f"{base}..{second}").split()
    commits = [host.commit(key) for key in keys]
    return {
        "base_commit": {"sha": host.commit_named(first)},
        "merge_base_commit": {"sha": base},
        "commits": [
            {"sha": commit["sha"], "commit": commit, "parents": commit["parents"]}
            for commit in commits
        ],
        "files": files,
        "ahead_by": len(keys),
        "behind_by": 0,
        "status": "ahead",
    }


def _new_pull(host: GitHost, body: Json, **_: Json) -> Json:
    number = len(host.pulls) + 1
    head = {"ref": body["head"].rpartition(":")[2], "sha": "", "repo": {"fork": False}}
    host.pulls.append(
        {
            "number": number,
            "state": "open",
            "title": body["title"],
            "body": body["body"],
            "head": head,
            "base": {"ref": body["base"], "sha": host.commit_named("main")},
            "merged_at": None,
            "html_url": f"{host.origin}/pull/{number}",
        }
    )
    return host.pull(number)


def _pulls(host: GitHost, query: Mapping[str, str], **_: Json) -> Json:
    head = query.get("head", "").rpartition(":")[2]
    state = query.get("state", "open")
    return [
        host.pull(pull["number"])
        for pull in host.pulls
        if state in ("all", pull["state"]) and head in ("", pull["head"]["ref"])
    ]


def _one_pull(host: GitHost, number: str, **_: Json) -> Json:
    return host.pull(int(number))


def _set_labels(host: GitHost, number: str, body: Json, **_: Json) -> Json:
    host.labels[int(number)] = body["labels"] if isinstance(body, dict) else body
    return [{"name": name} for name in host.labels[int(number)]]


def _nothing(host: GitHost, *_: str, **__: Json) -> Json:
    return []


def _no_status(host: GitHost, key: str, **_: Json) -> Json:
    return {"statuses": [], "state": "pending"}


_ROUTES: tuple[tuple[str, str, Callable[..., Json]], ...] = (
    ("GET", "", _repository),
    ("GET", "/branches/(.+)", _branch),
    ("GET", "/git/trees/(.+)", _tree),
    ("GET", "/git/blobs/(.+)", _blob),
    ("POST", "/git/blobs", _new_blob),
    ("POST", "/git/trees", _new_tree),
    ("POST", "/git/commits", _new_commit),
    ("GET", "/git/commits/(.+)", _one_commit),
    ("POST", "/git/refs", _new_reference),
    ("PATCH", "/git/refs/(.+)", _moved_reference),
    ("GET", "/git/refs?/(.+)", _known_reference),
    ("GET", "/git/matching-refs/(.+)", _references),
    ("GET", "/commits", _commits),
    ("GET", "/commits/([^/]+)/status", _no_status),
    ("GET", r"/compare/(.+)\.\.\.(.+)", _comparison),
    ("POST", "/pulls", _new_pull),
    ("GET", "/pulls", _pulls),
    ("GET", "/pulls/([0-9]+)", _one_pull),
    ("GET", "/pulls/([0-9]+)/reviews", _nothing),
    ("PUT", "/issues/([0-9]+)/labels", _set_labels),
    ("POST", "/issues/([0-9]+)/labels", _set_labels),
    ("GET", "/issues/([0-9]+)/comments", _nothing),
    ("GET", "/labels", _nothing),
)


class Handler(BaseHTTPRequestHandler):
    """Answers a request in JSON, also to pages of other origins."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, owner: GitHost, **named: Any) -> None:
        self.owner = owner
        super().__init__(*arguments, **named)

    def do_OPTIONS(self) -> None:
        """Allow a page of another origin to ask."""
        self.send(204, b"")

    def do_GET(self) -> None:
        """Read something."""
        self.respond()

    def respond(self) -> None:
        """Answer as the interface does."""
        self.owner.asked.append(f"{self.command} {self.path}")
        try:
            said = self.owner.answer(self.command, self.path, self.read())
            self.send(200 if self.command == "GET" else 201, json.dumps(said).encode())
        except NotFoundError as error:
            self.send(404, json.dumps({"message": "Not Found", "detail": str(error)}).encode())
        except TakenError:
            self.send(422, json.dumps({"message": "Reference already exists"}).encode())

    def read(self) -> Json:
        """Return what was sent."""
        length = int(self.headers.get("Content-Length") or 0)
        return json.loads(self.rfile.read(length)) if length else None

    def do_HEAD(self) -> None:
        """Read what is said about something."""
        self.respond()

    def do_POST(self) -> None:
        """Make something."""
        self.respond()

    def do_PUT(self) -> None:
        """Set something."""
        self.respond()

    def do_PATCH(self) -> None:
        """Change something."""
        self.respond()

    def send(
        self, code: int, content: bytes, headers: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Send an answer, with headers in place of or beside the usual ones."""
        self.send_response(code)
        for name in ("Origin", "Methods", "Headers"):
            allowed = "*, Authorization" if name == "Headers" else "*"
            value = "GET, POST, PUT, PATCH, DELETE" if name == "Methods" else allowed
            self.send_header(f"Access-Control-Allow-{name}", value)
        self.send_header("Access-Control-Expose-Headers", ", ".join(headers) or "*")
        for name, value in ({"Content-Type": "application/json"} | dict(headers)).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing."""
