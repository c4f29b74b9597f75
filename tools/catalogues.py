"""Message catalogues: a build hook that compiles them, and a script that keeps them up to date.

    python tools/catalogues.py update    collect all messages, keep the translations there are
    python tools/catalogues.py check     fail when a message is missing, untranslated or wrong
    python tools/catalogues.py compile   write the .mo file beside every .po file
    python tools/catalogues.py docs      write docs/checks, one page a code, and docs/reference

Messages are the English texts in the source. Nothing is imported to find them: Python and Jinja
files are parsed, so that a module which cannot run yet is translated all the same.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

else:
    try:
        from hatchling.builders.hooks.plugin.interface import BuildHookInterface
    except ImportError:
        BuildHookInterface = object

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "living_strategy"
LOCALES = PACKAGE / "language" / "locales"
PINS = "constraints-site.txt"
TRANSLATED = {"nb": "Norwegian Bokmål", "nn": "Norwegian Nynorsk"}
# English is the language of the messages. Its catalogue has those with a noun that is for the
# strategy to choose, with the place of that noun, and no others.
CATALOGUES = TRANSLATED | {"en": "English"}
WIDTH = 100

# What the arguments of a call are: c context, m message, p its plural, a word of an address.
# The call may be a function or a method (`_("…")`, `language.text("…")`), in Python or Jinja.
CALLS = {
    "_": "m",
    "N_": "m",
    "Heading": "m",
    "gettext": "m",
    "text": "m",
    "_filled": "m",
    "ngettext": "mp",
    "plural": "mp",
    "pgettext": "cm",
    "context": "cm",
    "npgettext": "cmp",
    "address": "a",
    "view": "a",
    "decided": "m",
    "reported": "m",
    "Trait": "m",
    "Cell": ".m",
}
# What is said of a field that changed.
_PHRASES = (
    *("label", "came", "went", "changed", "exact", "vague", "added", "removed", "inside"),
    *("details", "lost", "inside_details"),
)
KEYWORDS = {
    "Code": ("message", "messages", "hint", "hint_near", "hints", "meaning"),
    "Labels": ("one", "many"),
    "Trait": ("label",),
    "Relation": ("added", "removed", "replaced"),
    "Phrases": _PHRASES,
    "replace": _PHRASES,
    "Column": ("label", "help"),
    "Table": ("title",),
}
# Tuples of words, with the contexts of their messages.
TUPLES = {
    "NOUNS": ("one", "many", "the one", "the many"),
    "TITLED_PAGES": ("title of a page",),
    "VIEW_WORDS": ("address",),
    "PARAMETERS": ("parameter",),
    "TYPE_NAMES": ("type of value",),
    "NUMBER_WORDS": ("number",),
    "YAML_PROBLEMS": ("problem",),
    "CATALOGUE_PROBLEMS": ("problem",),
    "FETCHING_PROBLEMS": ("",),
    "JSON_PROBLEMS": ("problem",),
    "READING_PROBLEMS": ("problem",),
    "WRITING_PROBLEMS": ("problem",),
}
# Class constants of the kinds, with the context of their message.
CONSTANTS = {
    "label": "",
    "labels": "",
    "folder": "address",
    "register": "address",
    "address": "address",
}
# Where the text below a field is help for editors.
FORMS = ("model", "settings")
# Ours, Jinja's, and those of the search page's program.
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)s|\[(?:COUNT|SEARCH_TERM)\]")

HEADER = """\
# {name} translations of living_strategy.
# Written by `python tools/catalogues.py update`: change nothing but the lines of msgstr.
msgid ""
msgstr ""
"Project-Id-Version: living_strategy\\n"
"Language: {code}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


class Found(NamedTuple):
    """A message in the source."""

    message: str
    plural: str = ""
    context: str = ""


class CustomBuildHook(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Hatchling's hook: a wheel, an sdist and an editable installation have compiled catalogues."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before anything is packed. A wheel has the pins, too: `start` copies them."""
        compile_catalogues()
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"][str(ROOT / PINS)] = f"{PACKAGE.name}/{PINS}"


# --- collecting -------------------------------------------------------------------------------


@cache
def collect(package: Path = PACKAGE) -> Catalog:
    """Collect every message of the package, with the files it occurs in; once in a process."""
    catalog = Catalog()
    for path in sorted(package.rglob("*")):
        module_path = path.relative_to(package)
        if path.suffix == ".py":
            source = path.read_text("utf-8")
            messages = in_python(source, str(path), help_texts=module_path.parts[0] in FORMS)
        elif path.is_file() and (path.suffix == ".html"):
            messages = in_template(path.read_text("utf-8"))
        else:
            continue
        for message, plural, context in messages:
            if message:
                catalog.add(
                    (message, plural) if plural else message,
                    locations=[(module_path.as_posix(), 0)],
                    context=context or None,
                )
    return catalog


def in_python(source: str, file: str = "<source>", *, help_texts: bool = False) -> Iterator[Found]:
    """Yield the messages of a Python module, and the help texts below its fields if wanted."""
    for node in ast.walk(ast.parse(source, file)):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                yield from _in_call(name, [_constant(argument) for argument in node.args])
                for keyword in node.keywords:
                    if keyword.arg in KEYWORDS.get(name, ()):
                        yield from map(Found, _constants(keyword.value))
                if name == "Code":
                    yield from _placeholders(node)
            case ast.ClassDef():
                yield from _in_class(node, help_texts=help_texts)
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Tuple(elts=words)) if (
                name in TUPLES
            ):
                for context in TUPLES[name]:
                    yield from (Found(_constant(word), context=context) for word in words)


def _in_call(name: str, arguments: list[str]) -> Iterator[Found]:
    roles = CALLS.get(name, "")
    part = dict(zip(roles, arguments, strict=False))
    if "." in roles:
        pairs = zip(roles, arguments, strict=False)
        yield from (Found(text) for role, text in pairs if role == "m")
    elif "a" in roles:
        yield Found(part.get("a", ""), context="address")
    elif roles and all(part.get(role) for role in roles):
        yield Found(part.get("m", ""), part.get("p", ""), part.get("c", ""))


def _in_class(node: ast.ClassDef, *, help_texts: bool) -> Iterator[Found]:
    vocabulary = any(isinstance(base, ast.Name) and base.id == "StrEnum" for base in node.bases)
    for statement in node.body:
        match statement:
            case ast.Assign(value=ast.Constant(value=str(value))) if vocabulary:
                yield Found(
                    value.replace("_", " ").replace("-", " ").capitalize(),
                    context=node.name.lower(),
                )
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=str(value))) if (
                name in CONSTANTS and "ClassVar" in ast.unparse(statement.annotation)
            ):
                yield Found(value, context=CONSTANTS[name])
    if help_texts:
        from living_strategy.model.help import attribute_texts

        yield from map(Found, attribute_texts(node).values())


def _placeholders(code: ast.Call) -> Iterator[Found]:
    """Yield the names of particulars, which stand for them where a message is a pattern."""
    from tools.own_words import without_nouns

    for keyword in code.keywords:
        if keyword.arg in KEYWORDS["Code"]:
            for text in _constants(keyword.value):
                for placeholder in PLACEHOLDER.findall(without_nouns(text)):
                    yield Found(words_of(placeholder), context="placeholder")


def words_of(placeholder: str) -> str:
    """Return the placeholder of a particular where a message is shown as a pattern."""
    return placeholder.strip("{}").replace("_", " ")


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _constants(node: ast.expr) -> list[str]:
    """Return the text of a keyword, or the texts when it holds several by name."""
    return [_constant(value) for value in (node.values if isinstance(node, ast.Dict) else [node])]


def in_template(source: str) -> Iterator[Found]:
    """Yield the messages of a Jinja template."""
    from jinja2 import Environment, nodes

    syntax = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)
    for call in syntax.parse(source).find_all(nodes.Call):
        name = getattr(call.node, "name", getattr(call.node, "attr", ""))
        arguments = [getattr(argument, "value", None) for argument in call.args]
        yield from _in_call(name, [text if isinstance(text, str) else "" for text in arguments])


# --- catalogue files --------------------------------------------------------------------------


def po_path(code: str) -> Path:
    """Return the path of the translations into this language."""
    return LOCALES / code / "LC_MESSAGES" / "living_strategy.po"


def read(code: str) -> Catalog:
    """Read the translations into this language."""
    path = po_path(code)
    if not path.is_file():
        return Catalog(locale=code)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def merged(code: str, messages: Catalog) -> str:
    """Write the .po file for these messages with the existing translations; others are left out."""
    from tools.own_words import has_noun

    translations, catalog = read(code), Catalog(locale=code)
    for message in messages:
        if message.id and (code in TRANSLATED or has_noun(message.id, message.context)):
            old = translations.get(_singular(message.id), message.context)
            new = catalog.add(message.id, locations=message.locations, context=message.context)
            if old and old.pluralizable == new.pluralizable:
                new.string, new.user_comments = old.string, old.user_comments
                new.flags |= old.flags & {"fuzzy"}
    text = BytesIO()
    write_po(text, catalog, width=WIDTH, omit_header=True, sort_output=True, include_lineno=False)
    return HEADER.format(name=CATALOGUES[code], code=code) + text.getvalue().decode()


def _entries(text: str) -> list[str]:
    """Return the lines with content: a message that moved to another file is no reason to fail."""
    return [line for line in text.splitlines() if not line.startswith("#:")]


def problems() -> list[str]:
    """Return the problems of the catalogues: missing, untranslated or wrong messages."""
    messages = collect()
    complaints = []
    for code in CATALOGUES:
        if _entries(po_path(code).read_text("utf-8")) != _entries(merged(code, messages)):
            complaints.append(f"{code}: out of date; run: python tools/catalogues.py update")
        for message in read(code):
            if message.id and (problem := _problem(message)):
                complaints.append(f"{code}: {problem}: {message.id!r}")
    return complaints


def _problem(message: Any) -> str:
    from living_strategy.language.nouns import values_in
    from tools.own_words import without_nouns

    ids = message.id if message.pluralizable else (message.id,)
    strings = message.string if message.pluralizable else (message.string,)
    if not all(strings):
        return "not translated"
    if message.fuzzy:
        return "translation to be confirmed"
    for source, translation in zip(ids, strings, strict=True):
        wanted, given = (
            set(PLACEHOLDER.findall(without_nouns(text))) for text in (source, translation)
        )
        if wanted != given or values_in(source) - values_in(translation):
            return "other placeholders in the translation"
    return ""


def _singular(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def compile_catalogues() -> None:
    """Write the .mo file beside every .po file; the same .po gives the same bytes."""
    for path in sorted(LOCALES.rglob("*.po")):
        with path.open("rb") as source:
            catalog = read_po(source, locale=path.parts[-3])
        catalog.creation_date = catalog.revision_date = datetime(2000, 1, 1, tzinfo=UTC)
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalog)


# --- the script -------------------------------------------------------------------------------


def main(command: str) -> int:
    """Run one of the commands of the module's docstring; the result is the exit code."""
    match command:
        case "update":
            messages = collect()
            for code in CATALOGUES:
                text = merged(code, messages)
                po_path(code).parent.mkdir(parents=True, exist_ok=True)
                po_path(code).write_text(text, "utf-8", newline="\n")
        case "check":
            complaints = problems()
            sys.stderr.writelines(f"{problem}\n" for problem in complaints)
            return 1 if complaints else 0
        case "compile":
            compile_catalogues()
        case "docs":
            compile_catalogues()
            from tools import reference
            from tools.reference import checks

            checks.write()
            reference.write()
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1] if len(sys.argv) == 2 else ""))
