"""The scripts of a site: each page's own with the modules that it imports, joined into one file.

In `assets/scripts` they are modules, so that they can be checked and tested apart from a page.
Published as modules they would cost a request each, one after another, and would not run in a copy
of the site that is opened from a folder: browsers load modules from servers only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_SOURCE = Path(__file__).parent.parent / "assets" / "scripts"
_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./([\w./-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
# What is in the source for those who read or check it, where nothing else stands on its lines;
# strings and patterns never begin a line so.
_COMMENT = re.compile(r"^ */\*\*(?:(?!\*/)[\s\S])*\*/\n|^ *//.*\n", re.MULTILINE)


def page_scripts() -> Iterator[tuple[str, str]]:
    """Yield name and text of every script of a page, sorted. Modules lie in folders below."""
    for path in sorted(_SOURCE.glob("*.js")):
        yield path.name, joined(path)


def form_script() -> str:
    """Return the script of the form, which is published with it alone."""
    return joined(_SOURCE / "form" / "form.js")


def joined(path: Path) -> str:
    """Join a script with all that it imports, each module once, before those that import it."""
    modules: dict[Path, str] = {}
    _collect(path.resolve(), modules)
    return '(() => {\n"use strict";\n' + "".join(modules.values()) + "})();\n"


def _collect(path: Path, modules: dict[Path, str]) -> None:
    source = path.read_text("utf-8")
    for statement in _IMPORT.finditer(source):
        imported = (path.parent / f"{statement[2]}.js").resolve()
        if imported not in modules:
            _collect(imported, modules)
    modules[path] = _as_function(path, source)


def _as_function(path: Path, source: str) -> str:
    """Wrap a module in a function of its own, so that names of different modules never
    collide.
    """
    body = _COMMENT.sub(
        "", _IMPORT.sub(lambda statement: _constants(statement[1], statement[2]), source)
    )
    names = ", ".join(_EXPORT.findall(body))
    body = _EXPORT.sub("", body).strip()
    return f"const {_name(path.stem)} = (() => {{\n{body}\nreturn {{ {names} }};\n}})();\n"


def _constants(names: str, module: str) -> str:
    return f"const {{ {names} }} = {_name(module.rpartition('/')[2])};\n"


def _name(stem: str) -> str:
    return "$" + stem.replace("-", "_")
