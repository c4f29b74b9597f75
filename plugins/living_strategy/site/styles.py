"""The stylesheet of a site: the files of `assets/styles`, each in its cascade layer, as one."""

from __future__ import annotations

from pathlib import Path

# From the weakest to the strongest; a later layer wins whatever the selectors are. A host puts the
# stylesheet of its theme into the first.
LAYERS = ("theme", "base", "frame", "parts", "pages", "print")
# The widths of a window, in em, at which the site is laid out otherwise. A query for wider windows
# begins at one of them, `(min-width: 37.5em)`, and its opposite ends below it by a 64th of an em,
# `(max-width: 37.4844em)`.
BREAKPOINTS = ("23.5", "30", "37.5", "48", "60", "68.75", "76.25", "100", "125")
_SOURCE = Path(__file__).parent.parent / "assets" / "styles"


def style_files() -> list[tuple[str, Path]]:
    """Return the files with their layers, in the order in which they are joined: a file is named
    after its layer or lies in a folder of that name.
    """
    return [
        (layer, path)
        for layer in LAYERS
        for path in (
            _SOURCE / f"{layer}.css",
            *sorted(_SOURCE.glob(f"{layer}/*.css"), key=lambda path: path.stem),
        )
        if path.is_file()
    ]


def stylesheet() -> str:
    """Return all styles: one request on the first page, and nothing to fetch for the next."""
    parts = [in_layer(layer, path.read_text("utf-8")) for layer, path in style_files()]
    return "".join([f"@layer {', '.join(LAYERS)};\n", *parts])


def form_style() -> str:
    """Return the styles of the pages around the form, which are those of no other page."""
    return (_SOURCE / "form.css").read_text("utf-8")


def in_layer(layer: str, css: str) -> str:
    """Wrap styles in a layer. They may not import others, which is allowed at the top only."""
    return f"@layer {layer} {{\n{css.strip()}\n}}\n"
