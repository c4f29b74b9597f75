"""Where the form on the site sends proposals, from the address of the repository."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from living_strategy.language import Language
from living_strategy.settings.form import EditingForm, GitHost

# The origin stands in the policy of the page, and the path in addresses.
_ORIGIN = re.compile(r"https?://[\w.-]+(:[0-9]{1,5})?", re.ASCII)
_PATH = re.compile(r"(?!.*(^|/)\.{1,2}(/|$))[\w.-]+(/[\w.-]+)+", re.ASCII)
_GITHUB, _GITHUB_API = "github.com", "https://api.github.com"
# Whoever runs a host of their own gives it a name of their own.
_KNOWN = {_GITHUB: GitHost.GITHUB, "gitlab.com": GitHost.GITLAB}


@dataclass(frozen=True, slots=True)
class Backend:
    """The backend as the program has it, and the `origins` that a browser asks."""

    settings: dict[str, Any]
    origins: tuple[str, ...]


def is_other_host(repository: str, form: EditingForm) -> bool:
    """Tell whether the address is at a host of another sort than the settings of the form say."""
    try:
        host = urlsplit(repository).netloc.lower()
    except ValueError:
        return False
    return _KNOWN.get(host, form.host) is not form.host


def backend(repository: str, form: EditingForm, language: Language) -> Backend | None:
    """Return where proposals go; None if the address is that of no repository, or is at a host of
    another sort.
    """
    try:
        parts = urlsplit(repository)
    except ValueError:
        return None
    path = parts.path.strip("/").removesuffix(".git")
    host = parts.netloc.lower()
    origin = f"{parts.scheme}://{host}"
    is_address = _ORIGIN.fullmatch(origin) and _PATH.fullmatch(path)
    if not is_address or is_other_host(repository, form):
        return None
    settings: dict[str, Any] = {
        "name": form.host.value,
        "repo": path,
        "branch": form.branch,
        "commit_messages": _messages(language),
    }
    if form.host is GitHost.GITLAB:
        settings |= {"api_root": f"{origin}/api/v4", "base_url": origin}
        settings |= {"auth_type": "pkce", "app_id": form.login}
        return Backend(settings, (origin,))
    api = _GITHUB_API if host == _GITHUB else f"{origin}/api/v3"
    login = urlsplit(form.login)
    settings |= {"api_root": api, "base_url": f"{login.scheme}://{login.netloc}"}
    if endpoint := login.path.strip("/"):
        settings["auth_endpoint"] = endpoint
    api_parts = urlsplit(api)
    return Backend(settings, (f"{api_parts.scheme}://{api_parts.netloc}",))


def _messages(language: Language) -> dict[str, str]:
    text = language.text
    return {
        "create": text("New: {title}").replace("{title}", "{{slug}}"),
        "update": text("Changed: {title}").replace("{title}", "{{slug}}"),
        "delete": text("Removed: {title}").replace("{title}", "{{slug}}"),
    }
