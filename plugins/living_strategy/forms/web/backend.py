"""Where the form on the site sends proposals, from the address of the repository."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from living_strategy.language import Language
from living_strategy.settings.form import EditingForm, GitHost

_GITHUB, _GITHUB_API = "github.com", "https://api.github.com"


@dataclass(frozen=True, slots=True)
class Backend:
    """The backend as the program has it, and the `origins` that a browser asks."""

    settings: dict[str, Any]
    origins: tuple[str, ...]


def backend(repository: str, form: EditingForm, language: Language) -> Backend | None:
    """Return where proposals go; None if the address is that of no repository."""
    parts = urlsplit(repository)
    path = parts.path.strip("/").removesuffix(".git")
    if parts.scheme not in ("http", "https") or not parts.netloc or "/" not in path:
        return None
    origin = f"{parts.scheme}://{parts.netloc}"
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
    api = _GITHUB_API if parts.netloc == _GITHUB else f"{origin}/api/v3"
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
