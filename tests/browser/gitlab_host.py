"""A small GitLab: its login and what the form asks of its interface, over a bare repository.

The login is that for programs without a secret (OAuth 2 with PKCE, RFC 7636), of somebody who has
allowed the form before: the host sends the browser back at once.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from tests.browser.git_host import NAME, GitHost, Handler, Json, NotFoundError

APP = "0123456789abcdef"
_API = "/api/v4"
_PROJECT = f"/projects/{quote(NAME, safe='')}"
_CODE, TOKEN = "en-kode", "et-merke"
_PERSON = {"id": 1, "username": "redaktor", "name": "En redaktør", "email": "red@example.org"}
_DEVELOPER = 30
Query = Mapping[str, str]


class GitLabHost(GitHost):
    """Serves the bare repository in `folder` while it is entered."""

    challenge = ""

    def handler(self) -> Callable[..., Handler]:
        """Return what answers a request."""
        return partial(_GitLabHandler, owner=self)

    def login(self, query: Query) -> str:
        """Return where a browser that asks for a login is sent, as the standard has it."""
        asked = {key: query[key] for key in ("client_id", "response_type", "scope")}
        assert asked == {"client_id": APP, "response_type": "code", "scope": "api"}
        assert query["code_challenge_method"] == "S256"
        self.challenge = query["code_challenge"]
        return f"{query['redirect_uri']}?{urlencode({'code': _CODE, 'state': query['state']})}"

    def token(self, body: Json) -> Json:
        """Return a token to whoever has asked for the login."""
        digest = hashlib.sha256(body["code_verifier"].encode()).digest()
        verified = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        assert (body["code"], body["client_id"], verified) == (_CODE, APP, self.challenge)
        return {"access_token": TOKEN, "token_type": "Bearer", "refresh_token": "et-til"}

    def answer(self, method: str, address: str, body: Json) -> Json:
        """Return what the interface says."""
        parts = urlsplit(address)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if parts.path == f"{_API}/user":
            return _PERSON
        path = parts.path.removeprefix(f"{_API}{_PROJECT}")
        for asked, pattern, reply in _ROUTES:
            match = re.fullmatch(pattern, path)
            if match and asked == method:
                with self.lock:
                    return reply(self, *map(unquote, match.groups()), query=query, body=body)
        raise NotFoundError(f"{method} {address}")

    def blob(self, path: str, name: str) -> str:
        """Return the hash of a file on a branch."""
        return self.git("rev-parse", "--verify", "--quiet", f"{name}:{path}").strip()

    def request(self, number: int) -> dict[str, Json]:
        """Return a merge request as the interface has it."""
        pull = self.pulls[number - 1]
        sha = self.commit_named(f"refs/heads/{pull['source_branch']}")
        return {**pull, "sha": sha, "labels": self.labels[number]}


def _project(host: GitLabHost, **_: Json) -> Json:
    access = {"project_access": {"access_level": _DEVELOPER}, "group_access": None}
    return {"default_branch": "main", "permissions": access, "shared_with_groups": []}


def _branch(host: GitLabHost, name: str, **_: Json) -> Json:
    return {"name": name, "commit": {"id": host.commit_named(f"refs/heads/{name}")}}


def _tree(host: GitLabHost, query: Query, **_: Json) -> Json:
    deep = ("-r",) if query.get("recursive") == "true" else ()
    folder = f"{query['path'].rstrip('/')}/" if query.get("path") else ""
    entries = []
    for line in host.git("ls-tree", *deep, query.get("ref", "main"), "--", folder).splitlines():
        about, path = line.split("\t")
        mode, kind, key = about.split()
        name = path.rpartition("/")[2]
        entries.append({"id": key, "name": name, "type": kind, "path": path, "mode": mode})
    return entries


def _raw(host: GitLabHost, path: str, query: Query, **_: Json) -> Json:
    return host.git("cat-file", "blob", host.blob(path, query["ref"]))


def _head(host: GitLabHost, path: str, query: Query, **_: Json) -> Json:
    return {"X-Gitlab-Blob-Id": host.blob(path, query["ref"])}


def _commits(host: GitLabHost, query: Query, **_: Json) -> Json:
    path = ("--", query["path"]) if "path" in query else ()
    keys = host.git("log", "-1", "--format=%H", query.get("ref_name", "main"), *path).split()
    commits = [host.commit(key) for key in keys]
    return [
        {
            "id": commit["sha"],
            "author_name": commit["author"]["name"],
            "author_email": commit["author"]["email"],
            "authored_date": commit["author"]["date"],
        }
        for commit in commits
    ]


def _new_commit(host: GitLabHost, body: Json, **_: Json) -> Json:
    parent = host.commit_named(f"refs/heads/{body.get('start_branch', body['branch'])}")
    lines = []
    for action in body["actions"]:
        is_there = bool(host.git("ls-tree", parent, "--", action["file_path"]))
        assert action["action"] == ("update" if is_there else "create")
        assert action["encoding"] == "base64"
        content = base64.b64decode(action["content"])
        key = host.git("hash-object", "-w", "--stdin", given=content).strip()
        lines.append(f"100644 {key}\t{action['file_path']}\n")
    with tempfile.TemporaryDirectory() as folder:
        index = f"{folder}/index"
        host.git("read-tree", parent, index=index)
        host.git("update-index", "--index-info", given="".join(lines).encode(), index=index)
        tree = host.git("write-tree", index=index).strip()
    key = host.git("commit-tree", tree, "-p", parent, "-m", body["commit_message"]).strip()
    before = "0" * 40 if "start_branch" in body else parent
    host.git("update-ref", f"refs/heads/{body['branch']}", key, before)
    return {"id": key}


def _comparison(host: GitLabHost, query: Query, **_: Json) -> Json:
    base = host.git("merge-base", query["from"], query["to"]).strip()
    changes = host.git("diff", "--name-status", "--no-renames", base, query["to"]).splitlines()
    return {
        "diffs": [
            {
                "old_path": path,
                "new_path": path,
                "new_file": state == "A",
                "deleted_file": state == "D",
                "renamed_file": False,
                "diff": host.git("diff", base, query["to"], "--", path),
            }
            for state, path in (change.split("\t") for change in changes)
        ]
    }


def _new_request(host: GitLabHost, query: Query, **_: Json) -> Json:
    number = len(host.pulls) + 1
    names = ("title", "description", "source_branch", "target_branch")
    host.labels[number] = query["labels"].split(",")
    about = {"iid": number, "state": "opened", "author": _PERSON, "updated_at": "2026-11-22"}
    host.pulls.append(about | {name: query[name] for name in names})
    return host.request(number)


def _requests(host: GitLabHost, query: Query, **_: Json) -> Json:
    source = query.get("source_branch", "")
    return [
        host.request(pull["iid"])
        for pull in host.pulls
        if pull["state"] == query["state"] and source in ("", pull["source_branch"])
    ]


def _changed_request(host: GitLabHost, number: str, query: Query, **_: Json) -> Json:
    host.labels[int(number)] = query["labels"].split(",")
    return host.request(int(number))


def _rebased(host: GitLabHost, number: str, **_: Json) -> Json:
    # Nobody merges anything here, so no branch is behind.
    host.git("merge-base", "--is-ancestor", "main", host.request(int(number))["sha"])
    return {"rebase_in_progress": False}


def _nothing(host: GitLabHost, *_: str, **__: Json) -> Json:
    return []


_ROUTES: tuple[tuple[str, str, Callable[..., Json]], ...] = (
    ("GET", "", _project),
    ("GET", "/repository/branches/([^/]+)", _branch),
    ("GET", "/repository/tree", _tree),
    ("GET", "/repository/files/([^/]+)/raw", _raw),
    ("HEAD", "/repository/files/([^/]+)", _head),
    ("GET", "/repository/commits", _commits),
    ("POST", "/repository/commits", _new_commit),
    ("GET", "/repository/commits/([^/]+)/statuses", _nothing),
    ("GET", "/repository/compare", _comparison),
    ("GET", "/merge_requests", _requests),
    ("POST", "/merge_requests", _new_request),
    ("PUT", "/merge_requests/([0-9]+)", _changed_request),
    ("PUT", "/merge_requests/([0-9]+)/rebase", _rebased),
)


class _GitLabHandler(Handler):
    owner: GitLabHost

    def respond(self) -> None:
        """Answer as the interface does, and log in."""
        path, _, query = self.path.partition("?")
        if path == "/oauth/authorize":
            asked = {key: values[0] for key, values in parse_qs(query).items()}
            self.send(302, b"", {"Location": self.owner.login(asked)})
        elif path == "/oauth/token":
            self.send(200, json.dumps(self.owner.token(self.read())).encode())
        elif self.headers.get("Authorization") != f"Bearer {TOKEN}":
            self.send(401, b'{"message": "401 Unauthorized"}')
        else:
            self._answer()

    def _answer(self) -> None:
        self.owner.asked.append(f"{self.command} {self.path}")
        try:
            said = self.owner.answer(self.command, self.path, self.read())
        except NotFoundError as error:
            self.send(404, json.dumps({"message": f"404 {error}"}).encode())
            return
        if self.command == "HEAD":
            self.send(200, b"", said)
        elif isinstance(said, str):
            self.send(200, said.encode(), {"Content-Type": "text/plain; charset=utf-8"})
        else:
            self.send(200, json.dumps(said).encode(), _paging(said))


def _paging(said: Any) -> dict[str, str]:
    """Return what is said of a list: all of it is on one page."""
    if not isinstance(said, list):
        return {}
    numbers = {"X-Page": 1, "X-Total-Pages": 1, "X-Per-Page": 100, "X-Total": len(said)}
    return {name: str(number) for name, number in numbers.items()}
