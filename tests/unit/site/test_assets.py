"""Scripts and styles as they are published: joined, in one order, without what they do not need."""

from __future__ import annotations

import re
from pathlib import Path

from living_strategy.site.assets import assets
from living_strategy.site.scripts import joined
from living_strategy.site.styles import BREAKPOINTS, LAYERS, in_layer, style_files, stylesheet
from tests.integration.site_support import REPOSITORY

SCRIPTS = REPOSITORY / "plugins/living_strategy/assets/scripts"
_WIDTH = re.compile(r"\((m(?:in|ax))-(?:width|inline-size):\s*([^)]+)\)|\(\s*width\s*([^)]+)\)")


def widths(text: str) -> set[str]:
    """The widths that the queries of a style or script ask for, as they are written."""
    return {f"{edge}-width: {width}{other}" for edge, width, other in _WIDTH.findall(text)}


def test_widths_are_breakpoints() -> None:
    """Whatever is laid out otherwise at a width, in styles and scripts, is at one of a few widths:
    a window never is in the midst of two layouts.
    """
    below = {point: f"{float(point) - 1 / 64:.4f}".rstrip("0") for point in BREAKPOINTS}
    allowed = {f"min-width: {point}em" for point in BREAKPOINTS}
    allowed |= {f"max-width: {width}em" for pair in below.items() for width in pair}
    sources = [*(path for _, path in style_files()), *SCRIPTS.glob("**/*.js")]
    asked = {path.name: widths(path.read_text("utf-8")) for path in sources}

    assert {name: wrong for name, own in asked.items() if (wrong := own - allowed)} == {}
    assert {"table-on-phone.css", "frame.css", "filter.js"} <= {
        name for name, own in asked.items() if own
    }


def test_breakpoints_are_documented() -> None:
    """The table of widths in the documentation is that of the styles."""
    text = (REPOSITORY / "docs/theming.md").read_text("utf-8")

    assert tuple(re.findall(r"^\| ([0-9.]+)em \|", text, re.M)) == BREAKPOINTS


def test_one_script_a_page_and_one_stylesheet() -> None:
    """Nothing of a page needs a second request, and nothing is left of the modules."""
    files = dict(assets())
    names = ["entry", "filter", "frame", "map", "municipality", "paper", "search", "site"]
    scripts = {path: text.decode() for path, text in files.items() if path.endswith(".js")}

    assert [*scripts] == [f"assets/living-strategy/{name}.js" for name in names]
    assert [*files.keys() - scripts.keys()] == ["assets/living-strategy/site.css"]
    left = {
        path: re.findall(r"^(?:import|export)\b.*", text, re.M) for path, text in scripts.items()
    }
    assert [path for path, lines in left.items() if lines] == []


def test_modules_are_joined_once_and_before_those_that_import_them(tmp_path: Path) -> None:
    """Names of different modules do not meet, and comments are for the source."""
    (tmp_path / "b-c.js").write_text("// b\nexport const x = 1;\nconst own = 2;\n")
    (tmp_path / "a.js").write_text(
        'import { x } from "./b-c.js";\n\n/** Adds. */\nexport function y() {\n  return x;\n}\n'
    )
    (tmp_path / "page.js").write_text(
        'import { y } from "./a.js";\nimport { x } from "./b-c.js";\n\nconst own = x + y();\n'
    )

    assert joined(tmp_path / "page.js").splitlines() == [
        "(() => {",
        '"use strict";',
        "const $b_c = (() => {",
        "const x = 1;",
        "const own = 2;",
        "return { x };",
        "})();",
        "const $a = (() => {",
        "const { x } = $b_c;",
        "",
        "function y() {",
        "  return x;",
        "}",
        "return { y };",
        "})();",
        "const $page = (() => {",
        "const { y } = $a;",
        "const { x } = $b_c;",
        "",
        "const own = x + y();",
        "return {  };",
        "})();",
        "})();",
    ]


def test_a_comment_before_code_takes_nothing_with_it(tmp_path: Path) -> None:
    """A type in front of an expression begins a line as a comment does."""
    (tmp_path / "page.js").write_text(
        "/** @type {A} */ (first).hidden = true;\nconst kept = 1;\n/** @type {B} */\nlast(kept);\n"
    )

    assert joined(tmp_path / "page.js").splitlines()[3:-3] == [
        "/** @type {A} */ (first).hidden = true;",
        "const kept = 1;",
        "last(kept);",
    ]


def test_styles_are_in_layers_in_order() -> None:
    """Every file is in the layer that it is named after or lies below; nothing is outside."""
    css = stylesheet()
    first, *heads = _outermost(css)
    layers = [layer for layer, _ in style_files()]

    assert first == f"@layer {', '.join(LAYERS)}"
    assert heads == [f"@layer {layer}" for layer in layers]
    assert layers == sorted(layers, key=LAYERS.index)
    assert set(layers) == set(LAYERS)


def _outermost(css: str) -> list[str]:
    """What stands outside of all blocks: statements, and the heads of blocks."""
    depth, layers = 0, [""]
    for char in re.sub(r"/\*.*?\*/", "", css, flags=re.S):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth == 0 and char in "};":
            layers.append("")
        elif depth == 0:
            layers[-1] += char
    return [head.strip() for head in layers if head.strip()]


def test_every_style_file_is_published() -> None:
    """No file lies where no layer takes it from."""
    folder = style_files()[0][1].parent

    # The form on the site is a program with a page of its own.
    other = folder / "form.css"
    assert sorted([other, *(path for _, path in style_files())]) == sorted(folder.rglob("*.css"))


def test_a_style_of_others_can_be_put_into_a_layer() -> None:
    """A theme's rules are weaker than all of ours, whatever their selectors are."""
    assert in_layer("theme", "a{b:c}\n") == "@layer theme {\na{b:c}\n}\n"
