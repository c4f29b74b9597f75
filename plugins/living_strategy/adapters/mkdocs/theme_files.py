"""The theme's files: lists them without its fourteen thousand icons, and layers its styles."""

from __future__ import annotations

import os
import re
from fnmatch import fnmatchcase
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from living_strategy.site.styles import LAYERS, in_layer

# Its name has a hash of its content.
MAIN_STYLE = "assets/stylesheets/main.*.min.css"
# What a style may not say inside a block, or says of a file that is not there.
_NOT_IN_A_BLOCK = re.compile(r'@charset "[^"]*";|/\*# sourceMappingURL=.*?\*/')


class _WithoutHidden(FileSystemLoader):
    """The host drops files in hidden folders from every listing; it need not look at them."""

    def list_templates(self) -> list[str]:
        templates: set[str] = set()
        for folder in self.searchpath:
            for current, folders, names in os.walk(folder, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                prefix = os.path.relpath(current, folder).replace(os.sep, "/")
                templates.update(name if prefix == "." else f"{prefix}/{name}" for name in names)
        return sorted(templates)


def list_without_icons(theme: Any) -> None:
    """Let the theme's environments list fewer files; templates are found as before."""
    make = theme.get_env

    def get_env() -> Environment:
        environment: Environment = make()
        if isinstance(environment.loader, FileSystemLoader):
            environment.loader = _WithoutHidden(theme.dirs)
        return environment

    theme.get_env = get_env


def put_into_layer(files: Files, config: MkDocsConfig) -> None:
    """Put the theme's stylesheet into the weakest cascade layer: rules outside of layers would win
    over all of ours. Its source map fits no longer, and is left out.
    """
    for file in list(files):
        if fnmatchcase(file.src_uri, f"{MAIN_STYLE}.map"):
            files.remove(file)
        elif fnmatchcase(file.src_uri, MAIN_STYLE):
            css = _NOT_IN_A_BLOCK.sub("", file.content_string)
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=in_layer(LAYERS[0], css)))
