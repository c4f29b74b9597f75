"""Edit address: where a reader can propose a change of the file that a page is made from."""

from __future__ import annotations

from urllib.parse import quote

# Stands in the template of a site's edit addresses for the path of a file.
PATH = "{path}"


def edit_template(address: str) -> str:
    """Return the template that an address stands for: without `{path}`, paths come at its end."""
    if not address or PATH in address:
        return address
    return f"{address.rstrip('/')}/{PATH}"


def edit_address(template: str, source: str) -> str:
    """Return the edit address of a file of the content; empty where none is known.

    Args:
        template: an address with `{path}` in it, or empty.
        source: the path of the file, relative to the content root, or empty.
    """
    return template.replace(PATH, quote(source)) if source else ""
